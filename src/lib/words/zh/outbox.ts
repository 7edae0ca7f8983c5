import type { TemplateName } from '../../domain/mail';

/** Words of the outbox in the studio; loaded only there. */
export const outbox = {
	title: '发件箱',
	lead: '系统发出的邮件。正文最多保存一天，发出后马上删除；这里的记录按设置里的期限保存。',
	unset: '没有设置邮件服务器（SMTP_URL），邮件不会发出。需要时可以打开一封，把里面的链接转告本人。',
	all: '全部',
	state: {
		waiting: '等待发送',
		sending: '正在发送',
		sent: '已发出',
		failed: '没有发出',
		dropped: '已取消'
	},
	template: {
		confirm: '确认邮箱',
		exists: '已经注册过',
		reset: '重新设置密码',
		invite: '邀请',
		'email-change': '更换邮箱',
		'password-changed': '密码已修改',
		'factor-changed': '验证方式有变化',
		'review-asked': '请审核',
		'review-returned': '退回修改',
		published: '已发布',
		'entry-received': '收到参赛作品',
		'entry-corrected': '收到更正',
		'entry-invite': '邀请一起填报',
		'entry-message': '有新留言',
		'entry-passed': '通过资格审查',
		'entry-returned': '退回更正',
		'entry-refused': '没有通过资格审查',
		'entry-reopened': '重新审查',
		'entry-advance': '进入下一轮',
		'entry-stop': '没有继续入选',
		'entry-award': '拟获奖',
		'certificate-ready': '证书可以下载',
		'entry-extended': '延长更正期限',
		'erasure-done': '已删除个人信息',
		'erasure-kept': '不能删除的说明',
		'judging-checkpoint': '评审日志存证',
		'jury-reminder': '请评委完成评审',
		'upload-expires': '文件还没传完'
	} satisfies Record<TemplateName, string>,
	column: { mail: '邮件', to: '收件人', state: '状态', at: '时间', acts: '操作' },
	none: '没有邮件。',
	attempts: (count: number) => `已试 ${count} 次`,
	next: (moment: string) => `${moment} 以后再试`,
	sentAt: (moment: string) => `${moment} 发出`,
	erased: '正文已删除',
	read: '查看正文',
	readNote: '查看会留下记录。',
	prove: '去确认',
	close: '收起',
	again: '现在发送',
	againUnsure: '再发一次（对方可能会收到两封）',
	drop: '取消发送',
	text: '正文',
	done: { send: '已经排队，马上发送。', drop: '已取消，不会再发。' },
	refusal: {
		gone: '这封邮件已经发出、取消，或者正文已经删除，不能再操作。',
		choose: '没有选中邮件。',
		prove: '邮件里的链接可以打开别人的账号，请先确认是您本人。'
	} as Record<string, string>,
	/** Why the last attempt failed; `code` is the reply code of the mail server. */
	why: {
		unreachable: () => '连不上邮件服务器',
		login: () => '邮件服务器不接受用户名和密码',
		tls: () => '邮件服务器不支持加密连接，或者证书不正确',
		refused: (code: string) => `邮件服务器拒收${code ? `（${code}）` : ''}`,
		busy: (code: string) => `邮件服务器暂时不收（${code}）`,
		unsure: () => '发送途中连接断了，不知道对方有没有收到',
		interrupted: () => '发送时系统停止了，不知道对方有没有收到',
		'too-old': () => '超过一天没有发出',
		sealed: () => '密钥变了，正文无法打开'
	} as Record<string, (code: string) => string>
};
