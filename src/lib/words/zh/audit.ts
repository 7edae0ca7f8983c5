import type { Finding, FindingKind } from '../../domain/audit/finding';

/** What somebody did, told of “it”; `{it}` is the thing. */
const acts: Record<string, string> = {
	create: '新建了{it}',
	change: '修改了{it}',
	save: '保存了{it}',
	import: '导入了{it}',
	export: '导出了{it}',
	submit: '把{it}送审',
	recall: '撤回了{it}的送审',
	approve: '通过了{it}',
	return: '退回了{it}',
	schedule: '给{it}定了发布时间',
	publish: '发布了{it}',
	withdraw: '撤下了{it}',
	expire: '让{it}到期下线',
	trash: '把{it}放入回收站',
	restore: '恢复了{it}',
	purge: '彻底删除了{it}',
	remove: '移除了{it}',
	mask: '遮盖了{it}里的号码',
	upload: '上传了{it}',
	crop: '裁剪了{it}',
	rename: '给{it}改了名',
	replace: '替换了{it}',
	configure: '修改了{it}',
	read: '查看了{it}',
	view: '查看了{it}',
	send: '发送了{it}',
	drop: '取消了{it}',
	close: '处理了{it}',
	register: '注册了{it}',
	confirm: '确认了{it}的邮箱',
	invite: '邀请了{it}',
	grant: '给了{it}角色',
	revoke: '收回了{it}的角色',
	disable: '停用了{it}',
	enable: '启用了{it}',
	'make-sample': '建立了示例{it}',
	'sign-in': '登录',
	'sign-out': '退出登录',
	'fail-sign-in': '有人登录{it}没有成功',
	'fail-factor': '有人没有通过{it}的第二步验证',
	'fail-prove': '没有通过再次验证',
	prove: '再次验证了身份',
	'end-sessions': '让{it}在别处退出登录',
	'end-session': '让{it}的一处登录退出',
	'change-password': '修改了{it}的密码',
	'reset-password': '重新设置了{it}的密码',
	'ask-reset': '申请重新设置{it}的密码',
	'ask-email': '申请更换{it}的邮箱',
	'change-email': '更换了{it}的邮箱',
	'begin-totp': '开始为{it}设置验证器',
	'add-totp': '为{it}启用了验证器',
	'remove-totp': '停用了{it}的验证器',
	'add-passkey': '为{it}添加了通行密钥',
	'remove-passkey': '删除了{it}的通行密钥',
	'rename-passkey': '给{it}的通行密钥改了名',
	'new-recovery-codes': '重新生成了{it}的恢复码',
	'use-recovery-code': '使用了{it}的一个恢复码',
	'forget-factors': '清除了{it}的第二步验证',
	'link-identity': '给{it}关联了单位账号',
	verify: '核验了全部操作记录',
	erase: '清除了操作记录中的个人信息',
	accept: '确认接受了现有的操作记录'
};

/** Kinds of things. */
const nouns: Record<string, string> = {
	places: '地点',
	trails: '廉路',
	honours: '荣誉',
	bases: '底图',
	articles: '文章',
	documents: '文件',
	pages: '页面',
	media: '媒体',
	menus: '菜单',
	settings: '设置',
	templates: '邮件模板',
	calendar: '工作日历',
	words: '词表',
	people: '账号',
	outbox: '邮件',
	corrections: '更正',
	views: '视图',
	audit: '操作记录'
};

const machines: Record<string, string> = {
	clock: '定时任务',
	start: '启动',
	command: '命令行',
	import: '导入命令',
	admin: '管理命令'
};

const fields: Record<string, string> = {
	email: '邮箱',
	name: '姓名',
	role: '角色',
	grants: '角色',
	live: '公开时间',
	state: '状态',
	step: '审核步骤',
	steps: '审核步数',
	number: '版本',
	publishAt: '发布时间',
	expireAt: '下线时间',
	comment: '意见',
	to: '收件人',
	template: '邮件种类',
	way: '方式',
	strong: '第二步验证',
	by: '通过',
	issuer: '登录服务',
	ended: '结束的登录',
	sessionsEnded: '结束的登录',
	value: '内容',
	values: '清除的条数',
	before: '早于',
	person: '人员',
	records: '记录数',
	log: '原日志',
	found: '核验结果',
	note: '检查点',
	sha256: '文件指纹',
	bytes: '字节数',
	form: '格式',
	originalName: '原文件名',
	title: '标题',
	alt: '替代文字',
	rights: '权利',
	focus: '焦点',
	crop: '裁剪'
};

/** Values that are words of ours. */
const values: Record<string, string> = {
	true: '是',
	false: '否',
	password: '密码',
	passkey: '通行密钥',
	totp: '验证器',
	oidc: '单位账号',
	recovery: '恢复码'
};

const range = ({ seq, to }: Finding) =>
	to === undefined || to === seq ? `第 ${seq} 条` : `第 ${seq}–${to} 条`;
const part = ({ part }: Finding) => (part ? `（${part}）` : '');

const findings: Record<FindingKind, (finding: Finding) => string> = {
	edited: (f) => `${range(f)}：内容被改动${part(f)}`,
	moved: (f) =>
		`${range(f)}：位置被调换，原来是第 ${f.was} 条${f.to && f.to !== f.seq ? '起' : ''}`,
	added: (f) => `${range(f)}：不是系统写入的，是后来加进去的`,
	missing: (f) => `${range(f)}：被删除`,
	cut: (f) => `${range(f)}：末尾被截去，或者恢复成了旧的数据库`,
	undated: (f) => `${range(f)}：时间早于前一条`,
	unsigned: (f) => `${range(f)}：没有检查点签名，系统停止以后加进去的，或者系统中途断电`,
	between: (f) => `${range(f)}：其中有记录被改动（旁存的指纹不可用，不能确定是哪一条）`,
	tree: (f) => `第 ${f.seq} 条以后：记录树的末端与记录不一致`,
	personal: (f) => `${range(f)}：旁存的个人信息与当时写入的不一致${part(f)}`,
	vanished: (f) => `${range(f)}：旁存的个人信息不见了，没有清除的记录${part(f)}`,
	signature: (f) => `大小为 ${f.seq} 的检查点：签名不对${part(f)}`,
	root: (f) => `大小为 ${f.seq} 的检查点：与记录不一致${part(f)}`,
	foreign: (f) => `大小为 ${f.seq} 的检查点：日志里没有${part(f)}`,
	lost: (f) => `大小为 ${f.seq} 的检查点：数据库里没有了${part(f)}`,
	leaves: (f) => `${range(f)}：旁存的指纹与检查点不一致`,
	order: (f) => `大小为 ${f.seq} 的检查点：日志的顺序倒了`,
	'no-log': () => '检查点日志（audit/checkpoints.log）不见了',
	'no-key': () => '公钥（keys/audit.pub）不见了或者不能读'
};

/** Words of the record of all acts; loaded only where it is shown. */
export const audit = {
	title: '操作记录',
	lead: '谁在什么时候、从哪里、对什么做了什么、为什么。记录只增不改，每一条都编入签名的记录树，改动、插入、删除、调换、截断都能查出来。',
	acts,
	nouns,
	machines,
	fields,
	values,
	findings,
	/** The deed without its thing, for a list of choices. */
	deed: (act: string) => (acts[act] ?? act).replace('{it}', '…').replace(/^…的/, ''),
	sentence: ({ who, act, it }: { who: string; act: string; it: string }) => {
		const deed = acts[act] ?? `对{it}做了“${act}”`;
		const told = deed.replace('{it}', it);
		if (deed.startsWith('有人')) return told;
		return `${who}${/[\w.)]$/.test(who) ? ' ' : ''}${told}`;
	},
	thing: (noun: string, title: string | null) =>
		title ? `${nouns[noun] ?? noun}“${title}”` : (nouns[noun] ?? noun),
	portal: '系统',
	portalPart: (part: string) => `系统（${part}）`,
	stranger: '未登录的访问者',
	gone: '已注销的账号',
	hidden: { erased: '已清除', 'kept-back': '不显示' },
	whole: '内容',
	empty: '（空）',
	from: '来自',
	why: '原因',
	field: '项目',
	before: '原来',
	after: '现在',
	changes: (count: number) => `改动 ${count} 项`,
	clock: (time: string) => `系统时钟当时显示 ${time}`,
	number: (seq: number) => `第 ${seq} 条`,
	proof: '证明',
	open: '查看这一条',
	none: '没有符合条件的记录。',
	noTrail: '还没有记录。',
	total: (count: number) => `共 ${count.toLocaleString('zh-CN')} 条`,
	everything: '全部记录',
	filter: {
		title: '筛选',
		who: '操作人',
		whoHint: '姓名或邮箱',
		noun: '种类',
		act: '操作',
		all: '全部',
		from: '起始日期',
		to: '结束日期',
		apply: '筛选',
		clear: '清除筛选',
		person: (name: string) => `只看 ${name} 的操作`,
		thing: (name: string) => `只看 ${name}`,
		samePerson: '此人的操作',
		sameThing: '同一对象'
	},
	export: '导出 CSV',
	csv: [
		'序号',
		'时间',
		'操作人',
		'操作',
		'种类',
		'编号',
		'名称',
		'来自',
		'原因',
		'原来',
		'现在',
		'叶子哈希'
	],
	chain: {
		title: '记录树的状态',
		records: '记录',
		signed: '已签名',
		last: '最近的检查点',
		none: '还没有',
		key: '公钥',
		broken: {
			'no-log': '检查点日志不见了，系统不再签名。',
			log: '检查点日志的最后一条签名不对，系统不再签名。',
			leaves: '旁存的指纹与检查点不一致，系统不再签名。',
			'rolled-back': '数据库比检查点日志旧：记录被截去，或者恢复过旧的备份。系统不再签名。',
			changed: '已签名的记录被改动，系统不再签名。',
			'past-the-portal': '有记录绕过系统被写入或删除，系统不再签名。'
		},
		brokenNext:
			'请先核验，查明原因。如果是恢复了备份，停止系统后运行 npm run audit -- accept "原因"。',
		error: '最近一次签名没有成功（例如磁盘已满），有新的操作时会再试。',
		verify: '现在核验',
		verifying: '正在核验，可以离开这一页。',
		again: '刷新',
		checked: (records: string, checkpoints: string) =>
			`核对了 ${records} 条记录、${checkpoints} 个检查点`,
		values: (kept: string, erased: string) =>
			`个人信息：${kept} 项与当时写入的一致，${erased} 项已按规定清除`,
		adopted: (count: string) => `其中 ${count} 条是断电后补签的`,
		good: '没有发现改动。',
		bad: (count: number) => `发现 ${count} 处问题：`,
		more: (count: number) => `另有 ${count} 处，请运行 npm run audit -- verify 查看全部。`,
		failed: '核验中断了，原因在系统日志里。',
		at: (time: string) => `${time} 核验`,
		never: '启动以后还没有核验过。',
		note: '带签名的检查点原文',
		noteHint: '请不定期抄送到系统之外保存：整个数据目录被换掉时，只有外面的检查点能证明。'
	},
	one: {
		title: (seq: number) => `操作记录第 ${seq} 条`,
		back: '返回操作记录',
		record: '原文',
		recordHint: '按 RFC 8785 规范书写；个人信息只留加盐的承诺值，本身另存，可以清除。',
		leaf: '叶子哈希',
		leafHint: 'SHA-256(0x00 ‖ 原文)',
		inclusion: '包含证明',
		inclusionHint: (size: number) =>
			`按 RFC 6962，用下面的哈希可以从这一条算出大小为 ${size} 的树根。`,
		holds: '证明成立：这一条在签名的记录树里。',
		fails: '证明不成立：请马上核验全部记录。',
		unsigned: '还没有检查点包含这一条。',
		root: '树根',
		previous: '前一条',
		next: '后一条'
	},
	trail: '操作记录',
	trailAll: '查看全部记录'
};

/** Words of `npm run audit`. */
export const command = {
	usage: `用法：
npm run audit -- verify                 核验全部记录、检查点和个人信息
npm run audit -- export [文件]          每行一条记录（JSON），最后一行是检查点
npm run audit -- accept "原因"          恢复备份以后，接受现有的记录，另起日志（系统要先停止）
加 --en 用英文`,
	wrong: (name: string, problem: string, example: string) =>
		`设置 ${name} 不对：${problem}，例如 ${example}`,
	summary: (records: string, signed: string, checkpoints: string) =>
		`${records} 条记录，检查点签到第 ${signed} 条，共 ${checkpoints} 个检查点`,
	good: '没有发现改动。',
	bad: (count: number) => `发现 ${count} 处问题：`,
	nothing: '没有什么要接受的：核验没有发现问题。',
	inconsistent: '不能接受：记录本身被改动。请从备份恢复没有改动过的数据库。',
	needsWhy: '请写明原因。',
	accepted: (records: string, log: string) => `已接受 ${records} 条记录；原日志保存为 ${log}`
};
