import { anyDeed } from '../deed';
import { acts, fields, machines, nouns, values } from './audit-acts';
import type { Finding, FindingKind } from '../../domain/audit/finding';

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
	deed: (act: string) => (anyDeed(acts, act) ?? act).replace('{it}', '…').replace(/^…的/, ''),
	sentence: ({ who, act, noun, it }: { who: string; act: string; noun: string; it: string }) => {
		const deed = acts[`${noun}.${act}`] ?? acts[act] ?? `对{it}做了“${act}”`;
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
	inTongue: (field: string, tongue: 'zh' | 'en') =>
		`${field}（${{ zh: '中文', en: '英文' }[tongue]}）`,
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
