import type { GroupKind, VisitState } from '../../domain/visits/visit';

type Detail = Record<string, string | number>;

/** 团体预约参观的公众页面；只有这些页面加载。 */
export const visits = {
	title: '团体预约参观',
	titleFor: (name: string) => `预约参观${name}`,
	lead: '选一个空闲时段，留下人数和联系方式就可以了。不用登录，也不用注册。',
	steps: {
		title: '怎么预约',
		list: ['您提交申请', '场馆安排时段并通知您', '您打开链接确认，参观就约定了']
	},
	rules: {
		title: '预约须知',
		slot: (minutes: number) => `每场 ${minutes} 分钟`,
		largest: (heads: number) => `一个团体最多 ${heads} 人`,
		batch: (heads: number) => `每 ${heads} 人一批，分批讲解`,
		cutOff: (days: number) => (days ? `至少提前 ${days} 个工作日` : '当天也可以预约'),
		ahead: (days: number) => `可以约 ${days} 天以内的时间`,
		letter: (heads: number) => `${heads} 人以上要附盖章的公函`,
		note: '场馆说明'
	},
	notOpen: '这里现在不接受团体预约。',
	noSlots: '近期没有空闲的时段了。',
	noHours: '这个地点还没有公布开放时间，暂时不能预约。',
	call: (phone: string) => `可以打电话问一问：${phone}`,
	slots: '想什么时候来',
	slotsHelp: '列出的时段目前有空。最后的时间以场馆通知为准。',
	room: (heads: number) => `还能来 ${heads} 人`,
	later: '更晚的日子',
	earlier: '回到最近的日子',
	aboutGroup: '团体情况',
	aboutYou: '怎么联系您',
	kind: '团体类型',
	kinds: {
		unit: '机关、企事业单位',
		school: '学校',
		community: '村、社区',
		family: '家庭、亲友',
		other: '其他'
	} satisfies Record<GroupKind, string>,
	group: '团体名称',
	groupHelp: '例如单位、学校、村（社区）的名称。',
	heads: '人数',
	headsHelp: (largest: number) => `最多 ${largest} 人。`,
	liaison: '联系人',
	phone: '手机或电话',
	email: '邮箱',
	reachHelp: '电话和邮箱至少填一项。填了邮箱，安排好时段会马上收到通知。',
	note: '想告诉场馆的（可以不填）',
	noteHelp: '例如其他方便的时间、需要轮椅通道。最多 500 个字。',
	reports:
		'反映党员、干部违纪违法问题，请拨打 12388 或登录 www.12388.gov.cn。这里不受理，也不会保存这类内容。',
	letter: '盖章的公函',
	letterOptional: '盖章的公函（可以不交）',
	letterHelp: 'PDF、JPEG 或 PNG，不超过 5 MB。也可以提交以后再补。',
	letterFrom: (heads: number) => `${heads} 人以上必须附上。PDF、JPEG 或 PNG，不超过 5 MB。`,
	agree: (days: number) =>
		`我同意场馆为安排这次参观使用以上姓名和联系方式。参观日以后 ${days} 天内自动删除。`,
	send: '提交申请',
	trap: '请不要填写这一栏',
	problem: (n: number) => `还没有提交：有 ${n} 处需要改。填写的内容都还在，公函要重新选择。`,

	own: {
		title: '参观预约',
		keep: '申请已经收到。请保存这个网址（加入收藏或者截图），以后查看、确认、取消都用它。不要转给别人。',
		mailed: '同样的链接已经发到您的邮箱。',
		code: '预约号',
		codeHelp: '打电话时报这个号。',
		state: {
			asked: '等待场馆安排',
			offered: '等您确认',
			confirmed: '已经约定',
			declined: '没有安排',
			cancelled: '已取消',
			came: '已到访',
			missed: '未到访',
			lapsed: '过时未确认'
		} satisfies Record<VisitState, string>,
		lead: {
			asked: '场馆会尽快安排时段，安排好就通知您。',
			offered: '场馆为您留了下面的时段，请在期限以前确认。',
			confirmed: '请准时到达。来不了请尽早取消，让别的团体能来。',
			declined: '很抱歉，这次没有能够安排。',
			cancelled: '这次参观已经取消。',
			came: '感谢您的到来。',
			missed: '场馆登记这次参观没有成行。',
			lapsed: '没有在期限以前确认，时段已经让出。场馆可以为您重新安排，您也可以取消后再申请。'
		} satisfies Record<VisitState, string>,
		place: '地点',
		when: '时间',
		wish: '希望的时间',
		heads: '人数',
		people: (n: number) => `${n} 人`,
		batches: (n: number, batch: number) => `分 ${n} 批，每批最多 ${batch} 人`,
		group: '团体',
		due: '请在此以前确认',
		until: (when: string) => `${when}（北京时间）`,
		reason: '原因',
		letter: '公函',
		letterState: {
			none: '没有提交',
			waiting: '已收到，正在检查文件',
			clear: '已收到',
			found: '文件里有病毒，没有采用，请重新提交'
		},
		note: '场馆说明',
		confirm: '确认参观',
		calendar: '加入日历',
		changeTitle: '改人数',
		change: '保存人数',
		letterTitle: '补交公函',
		letterAgain: '换一份公函',
		sendLetter: '提交公函',
		cancelTitle: '取消',
		cancelLead: '取消以后时段会让给别的团体，不能恢复。',
		cancelSure: '我要取消这次参观',
		cancel: '取消参观',
		deleted: '联系人、联系方式和公函已经按期限删除。',
		forget: (day: string) => `联系人、联系方式和公函将在 ${day} 删除。`,
		done: {
			asked: '申请已经提交。',
			confirm: '已经确认，参观约定好了。',
			heads: '人数已经改好。',
			letter: '公函已经收到。',
			cancel: '已经取消。'
		} as Record<string, string>,
		toPlace: '地点介绍',
		again: '再预约一次',
		icsSummary: (place: string) => `团体参观：${place}`,
		icsText: (code: string, heads: number) => `预约号 ${code}，${heads} 人。`
	},

	refusal: {
		choose: () => '请选一项。',
		closed: () => '这个时间不开放，请从列出的时段里选。',
		past: () => '这个时间已经过去了。',
		'cut-off': ({ days, first }: Detail) =>
			days
				? `要提前 ${days} 个工作日，最早可以约 ${first}。`
				: `这个时间已经过去了，最早可以约 ${first}。`,
		'too-far': ({ days }: Detail) => `只能约 ${days} 天以内的时间。`,
		full: () => '这个时段余下的名额不够了，请换一个时段或者减少人数。',
		'bad-heads': () => '请填写人数，用阿拉伯数字，至少 1 人。',
		'too-many': ({ max }: Detail) =>
			`一个团体最多 ${max} 人。人更多的话，请分成几次预约，或者给场馆打电话。`,
		missing: () => '请填写这一项。',
		reach: () => '电话和邮箱至少填一项，不然联系不到您。',
		'bad-phone': () => '请填写能联系到您的电话号码。',
		'bad-address': () => '请填写正确的邮箱，只填一个。',
		'too-long': ({ max }: Detail) => `太长了，最多 ${max} 个字。`,
		accusation: () =>
			'这里不受理反映违纪违法的内容，也没有保存。请拨打 12388 或登录 www.12388.gov.cn 反映；如果只是预约参观，请去掉这些内容再提交。',
		'letter-missing': ({ from }: Detail) => `${from} 人以上的团体要附盖章的公函。`,
		'letter-kind': () => '请上传 PDF、JPEG 或 PNG 文件。',
		'letter-size': () => '文件超过 5 MB，请压缩后再传。',
		'no-letter': () => '请选择文件。',
		agree: () => '不同意的话，场馆没有办法联系您，申请不能提交。',
		'not-open': () => '这里现在不接受团体预约。',
		'too-often': () => '提交得太频繁了，这一次没有保存。请过十分钟再试。',
		gone: () => '没有这个预约。',
		ended: () => '这次预约已经结束，不能再改。',
		'offer-over': () => '确认期限已过，时段已经让出。',
		'not-offered': () => '场馆还没有安排时段，现在不用确认。',
		begun: () => '参观已经开始，不能再改。有事请直接联系场馆。',
		sure: () => '请先勾选“我要取消这次参观”。'
	} as Record<string, (detail: Detail) => string>
};
