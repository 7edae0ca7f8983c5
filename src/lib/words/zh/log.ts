import type { Phase } from '$lib/domain/judging/log/phase';

/** Judging log: its public page, the office’s page and the mails. */
export const log = {
	title: '评审日志',
	lead: '评审中的每一次打分、修改、回避、分配和决定，都是一条记录。每个节点结束时，全部记录由本站签名封存，并寄给每一位评委：事后谁改动、删除、插入、调换或者退回了记录，都查得出来。',
	contests: '大赛',
	none: '评审还没有到第一个节点，日志从规则封存时开始。',
	sealed: '结果发布以前，日志只公开每条记录的位置和哈希值，看不出任何分数。',
	open: '结果已经发布，日志公开全部打分记录，不含姓名。',
	getTitle: '下载和核验',
	getLog: '下载评审日志',
	getVerifier: '下载核验程序',
	getArchive: '下载封存档案',
	openVerifier: '在线打开核验程序',
	getAbout:
		'日志是一个文本文件，每行一条记录。核验程序是一个网页文件，存到自己的电脑上，断开网络也能用。',
	howTitle: '怎么核对',
	how: [
		'下载评审日志和核验程序，存到同一台电脑上。',
		'打开核验程序，放入日志文件。',
		'有评委转给您签名检查点的，一并粘贴进去：门户自己也造不出另一份与它相符的日志。'
	],
	keyTitle: '签名密钥',
	keyAbout: '检查点由这把密钥签名（Ed25519）。请与核验程序里显示的比较。',
	phasesTitle: '评审节点',
	phasesAbout: '每个节点的签名检查点。“评审记录”是到这个节点为止本届评审的记录数。',
	phase: '节点',
	round: '轮次',
	at: '时间',
	counted: '评审记录',
	mailed: '已寄评委',
	persons: (n: number) => `${n} 人`,
	checkpoint: '签名检查点',
	waiting: '正在签名',
	wholeEdition: '整届',
	phases: {
		sealed: '规则封存',
		opened: '开始评分',
		closed: '评分截止',
		released: '结果发布',
		notice: '公示开始',
		final: '结果确定',
		interim: '中途存证'
	} satisfies Record<Phase, string>,
	fileName: (contest: string, edition: string) => `${contest}${edition}评审日志`,
	office: {
		title: '日志与档案',
		lead: '评审记录的签名节点、寄给评委的检查点，以及封存档案。',
		mails: '寄给评委的检查点',
		mailsAbout: '每位评委都应收到。没有寄出的，请系统管理员到发件箱查看原因。',
		juror: '评委',
		state: '状态',
		states: {
			waiting: '等待发送',
			sending: '正在发送',
			sent: '已发送',
			failed: '没有发出',
			dropped: '已取消',
			gone: '发送记录已过期'
		},
		markTitle: '现在存证',
		markAbout: '除了评审节点，也可以随时留一个签名检查点，同样寄给全体评委。',
		mark: '留下检查点',
		marked: '已经留下检查点，正在签名并寄给评委。',
		none: '还没有节点。封存第一轮的规则时，日志就开始了。',
		public: '公开的日志页面',
		getOffice: '下载完整日志（含不公开的记录）',
		getOfficeAbout: '结果发布以后可以下载。姓名和文字意见只留哈希值。',
		refused: {
			'no-phase': '还没有节点，不能留检查点。',
			gone: '这一届不存在，或者您没有权限。'
		} as Record<string, string>
	}
};
