import type { VenueShelf, VenueState } from '../../domain/events/venue';

type Detail = Record<string, string | number>;
const count = (n: number) => n.toLocaleString('zh-CN');

/** 工作台里的场地申请：别人的活动想用您管理的地点，或者您的活动想用别人的地点。 */
export const venuesOffice = {
	title: '场地申请',
	lead: '活动在别人管理的地点举办，要由管理方同意才能公开。',
	total: (n: number) => `${count(n)} 件`,
	shelves: '按进展查看',
	shelf: {
		waiting: '等您答复',
		sent: '您申请的',
		others: '等别人答复',
		over: '您这里已答复的'
	} satisfies Record<VenueShelf, string>,
	none: {
		waiting: '没有等您答复的申请。',
		sent: '您还没有申请过场地。活动选了别人管理的地点，送审时会自动申请。',
		others: '没有等别人答复的申请。',
		over: '还没有答复过申请。'
	} satisfies Record<VenueShelf, string>,
	state: {
		asked: '等待答复',
		granted: '已同意',
		partly: '同意了部分时间',
		declined: '没有同意',
		withdrawn: '已撤回'
	} satisfies Record<VenueState, string>,
	overridden: '由运维人员决定',
	column: {
		event: '活动',
		place: '地点',
		when: '时间',
		heads: '预计人数',
		state: '进展',
		asked: '申请'
	},
	people: (n: number) => `${count(n)} 人`,
	unknown: '未填',
	more: (n: number) => `等 ${count(n)} 场`,
	clash: (n: number) => `${count(n)} 场时间有冲突`,
	nobody: '已注销的账号',

	one: {
		pageTitle: (name: string) => `场地申请：${name}`,
		place: '地点',
		heads: '预计人数',
		planned: (n: number) => `报名名额每场 ${count(n)} 人`,
		by: '申请人',
		asked: '申请时间',
		answeredBy: '答复人',
		answered: '答复时间',
		withdrawn: '撤回时间',
		note: '申请人的话',
		why: '答复',
		noManager: '这个地点没有管理员，由主办方管理员或运维人员答复。',
		toEvent: '看活动内容',
		dates: '申请的时间',
		agreed: '同意',
		notAgreed: '没有同意',
		clashes: '同一时间，这里还有：',
		kind: { event: '活动', asked: '别的场地申请', visit: '团体参观' },
		visit: (heads: number) => `团体参观，${count(heads)} 人`,
		free: '没有发现冲突',
		answer: {
			title: '答复',
			lead: '同意以后，活动才能公开发布。答复会发邮件告诉申请人，不能再改。',
			pick: '同意哪几场',
			label: '给申请人的话',
			help: '不同意，或者只同意其中几场时，请写明原因。最多 300 个字。',
			grant: '同意',
			grantPicked: '同意勾选的时间',
			decline: '不同意'
		},
		override: {
			title: '由运维人员决定使用',
			lead: '管理方没有答复或者没有同意，而活动必须在这里举办时才用。理由会告诉管理方和申请人，并记入操作记录。',
			label: '理由（必填）',
			send: '决定使用这个地点'
		},
		tell: {
			title: '补充说明',
			lead: '告诉管理方预计有多少人、需要什么。',
			send: '保存说明'
		},
		again: {
			title: '再次申请',
			lead: '用现在的活动时间再申请一次。改了时间的活动，送审时会自动申请，不用在这里做。',
			send: '再次申请'
		},
		fields: {
			heads: '预计人数（选填）',
			note: '想告诉管理方的（选填）',
			noteHelp: '例如要提前多久布置、要不要音响。最多 300 个字。'
		},
		withdraw: {
			title: '撤回申请',
			lead: '撤回以后，活动不能在这里公开举办；再送审时会重新申请。',
			send: '撤回申请'
		},
		past: '以前的申请',
		none: '现在没有您可以做的事。',
		done: {
			grant: '已经同意，并通知申请人。',
			decline: '已经答复不同意，并通知申请人。',
			override: '已经决定使用这个地点，并通知双方。',
			withdraw: '申请已经撤回。',
			again: '已经再次申请，并通知管理方。',
			tell: '说明已经保存。'
		} as Record<string, string>
	},

	wrong: '没有保存，请看下面的说明：',
	refusal: {
		gone: () => '没有这件申请，或者活动、地点已经不在了。',
		'not-yours': () => '您不管理这个地点，不能答复。',
		answered: () => '这件申请已经有人答复过，请看最新的结果。',
		withdrawn: () => '这件申请已经撤回，不用再答复。',
		'still-open': () => '申请还在等待答复，不用再申请。',
		'nothing-wanted': () =>
			'活动现在没有要在这里申请的时间：可能改了时间、换了地点，或者已经过去。',
		choose: () => '请至少勾选一场；都不同意的，请点“不同意”并写明原因。',
		missing: () => '请写明原因，申请人才知道怎么办。',
		'too-long': ({ max }: Detail) => `太长了，最多 ${max} 个字。`,
		'bad-heads': ({ max }: Detail) => `人数请用阿拉伯数字，从 1 到 ${max}。`
	} as Record<string, (detail: Detail) => string>
};
