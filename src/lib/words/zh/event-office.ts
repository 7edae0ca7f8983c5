type Detail = Record<string, string | number>;

/** 活动的后台页面：日期、报名名单、邮件；只有这些页面加载。 */
export const eventOffice = {
	tabs: {
		label: '这个活动',
		event: '编辑活动',
		dates: '日期和变更',
		admission: '报名设置',
		signups: '报名名单',
		mails: '给报名者写信',
		door: '签到'
	},
	dates: {
		title: '日期和变更',
		lead: '取消、延期或改到新的时间。公众页面、日历马上更新，已报名的人会收到邮件；发出前先看清内容和人数。',
		list: (n: number) => `全部日期（${n} 场）`,
		none: '这个活动还没有日期，发布以后才有。',
		standing: { scheduled: '照常', postponed: '已延期', cancelled: '已取消' },
		wholeIs: '整个活动目前如此。',
		awaited: (signUps: number, heads: number) =>
			signUps ? `${signUps} 份有效报名，${heads} 人` : '没有有效报名',
		mayNot: '您可以查看，不能更改这个活动的日期。',
		notPublic: '活动没有公开，日期请直接在活动里改。',
		allOver: '所有场次都已结束，不能再更改。',
		change: '更改',
		problem: '没有更改，请看标红的地方。',
		which: '哪一场',
		whole: '整个活动（所有未结束的场次）',
		what: '怎样改',
		deed: {
			cancel: '取消：报名随之结束，座位不再保留',
			postpone: '延期，新时间待定：报名保留，暂停接受新的报名',
			move: '改到新的时间：报名保留',
			restore: '恢复举行（撤销取消或者延期；取消时已结束的报名不会恢复）'
		},
		newTime: '新的时间（北京时间）',
		newTimeHelp: '只有选“改到新的时间”才填。',
		from: '开始',
		to: '结束（可以不填）',
		whyZh: '原因',
		whyEn: '原因（英文）',
		whyHelp: {
			whyZh: '会写在公众页面和邮件里，不要写个人信息。',
			whyEn: '不填的，英文邮件和页面用中文原因。'
		},
		look: '先看效果和人数',
		ahead: '发出前请核对',
		aheadCount: (dates: string[], signUps: number, mails: number) =>
			`涉及 ${dates.length} 场（${dates.slice(0, 3).join('；')}${dates.length > 3 ? '等' : ''}），${signUps} 份有效报名，其中 ${mails} 份留了邮箱，会收到下面的邮件。`,
		noMails: '没有人会收到邮件；没留邮箱的，请另外通知。',
		send: (mails: number) => (mails ? `确认更改，发出 ${mails} 封邮件` : '确认更改'),
		done: {
			cancel: (n: number, told: number) => `已取消 ${n} 场，正在通知 ${told} 份报名。`,
			postpone: (n: number, told: number) => `已延期 ${n} 场，正在通知 ${told} 份报名。`,
			move: (n: number, told: number) => `已改到新的时间（${n} 场），正在通知 ${told} 份报名。`,
			restore: (n: number, told: number) => `已恢复 ${n} 场，正在通知 ${told} 份报名。`
		},
		publicPage: '看公众页面',
		refusal: {
			gone: () => '找不到这一场，或者您没有权限。',
			missing: () => '这一项要填。',
			'too-long': ({ max }) => `太长了，最多 ${max} 个字。`,
			over: () => '这一场已经结束，不能再更改。',
			begun: () => '已经过了开始时间，不能恢复；请改到新的时间。',
			stands: () => '这一场本来就照常举行。',
			cancelled: () => '这一场已经取消。要举行的，请先恢复。',
			postponed: () => '这一场已经延期。',
			'event-off': () => '整个活动已取消或延期，请恢复整个活动。',
			'move-each': () => '改时间请一场一场地改。',
			'no-time': () => '请填写有效的日期和时间。',
			past: () => '新的时间已经过去了。',
			far: () => '新的时间太远了，最多三年以内。',
			'end-before-start': () => '结束要晚于开始。',
			'venue-asked': () =>
				'这个时间还没有得到场地管理方的同意，所以没有改期。已经替您申请，同意以后再来改。',
			'venue-open': () => '这个时间的场地申请还在等待答复，同意以后再来改。',
			'venue-declined': () => '场地的管理方没有同意这个时间，请换一个时间。',
			'same-time': () => '和原来的时间一样，没有变化。'
		} as Record<string, (d: Detail) => string>
	},
	signups: {
		title: '报名名单',
		lead: '按场次看谁报了名、谁在候补。姓名和联系方式只在需要时打开，每次打开都有记录。',
		date: '场次',
		state: '状态',
		all: '全部',
		code: '报名号',
		find: '查找',
		states: {
			confirmed: '已确认',
			waiting: '候补',
			offered: '待确认候补座位',
			drawn: '待抽签',
			cancelled: '已取消',
			refused: '主办方取消',
			lapsed: '已失效'
		},
		total: (n: number, heads: number) => `${n} 份报名，共 ${heads} 人`,
		none: '没有符合的报名。',
		noDates: '这个活动还没有日期。',
		table: '报名',
		columns: {
			turn: '候补顺序',
			code: '报名号',
			state: '状态',
			heads: '人数',
			came: '已到',
			zone: '区域',
			seats: '座位',
			at: '报名时间',
			name: '姓名',
			mail: '邮箱',
			phone: '手机',
			group: '单位或团队',
			date: '场次',
			answers: '回答'
		},
		seatCounts: '座位',
		seatCount: (zone: string, taken: number, capacity: number, waiting: number) =>
			`${zone ? `${zone}：` : ''}${taken}／${capacity} 人有座位，${waiting} 人候补`,
		group: '团体',
		show: '显示姓名和联系方式',
		shown: '正在显示姓名和联系方式，这次打开已记录。',
		hide: '不显示',
		mayNotReach: '您看得到人数和顺序，看不到姓名和联系方式。',
		deleted: '已按期限删除',
		refuse: '取消这份报名',
		refuseWhy: '原因（会写进给对方的邮件）',
		confirm: '确认取消',
		refused: (code: string) => `已取消报名 ${code}，空出的座位已按候补顺序安排。`,
		export: '导出',
		persons: '包含姓名、联系方式和回答',
		personsHelp: '导出会记录在案。名单用完请删除。',
		xlsx: '下载 XLSX',
		csv: '下载 CSV',
		file: '报名名单',
		refusal: {
			gone: () => '找不到这份报名，或者您没有权限。',
			missing: () => '请写明原因。',
			'too-long': ({ max }) => `太长了，最多 ${max} 个字。`,
			came: () => '已经有人签到，不能取消。'
		} as Record<string, (d: Detail) => string>
	},
	mails: {
		title: '给报名者写信',
		lead: '写给一场活动的报名者，经发件箱一封一封地发，收件人互相看不见。',
		date: '场次',
		to: '写给谁',
		audience: { confirmed: '有座位的人', waiting: '候补的人', everyone: '所有有效报名的人' },
		text: '内容',
		textEn: '内容（英文）',
		textHelp: (max: number) =>
			`最多 ${max} 个字，会写成一段。标题、称呼、时间地点和报名页面的链接由系统填写。`,
		textEnHelp: '发给用英文报名的人；不填就发中文。',
		look: '先看效果和人数',
		ahead: '发出前请核对',
		aheadCount: (signUps: number, mails: number) =>
			`写给 ${signUps} 份报名，其中 ${mails} 份留了邮箱，会收到下面的邮件。`,
		noMails: '没有人会收到：没有这样的报名，或者都没留邮箱。',
		send: (mails: number) => `确认发出 ${mails} 封`,
		sent: (mails: number) => `已交给发件箱，共 ${mails} 封。`,
		past: '已经发过的',
		none: '还没有给这个活动的报名者发过邮件。',
		kinds: {
			reminder: '提醒',
			cancelled: '取消通知',
			postponed: '延期通知',
			moved: '改时间通知',
			restored: '恢复通知',
			'note-confirmed': '写给有座位的人',
			'note-waiting': '写给候补的人',
			'note-everyone': '写给所有报名的人'
		} as Record<string, string>,
		columns: { at: '时间', kind: '种类', date: '场次', state: '进度' },
		laid: '已全部写入发件箱',
		writing: '正在写入发件箱',
		due: '还没到时间',
		outbox: '打开发件箱看送达情况',
		mayNot: '您不能给报名者写信；请联系活动的组织者。',
		refusal: {
			gone: () => '找不到这一场，或者您没有权限。',
			missing: () => '这一项要填。',
			'too-long': ({ max }) => `太长了，最多 ${max} 个字。`,
			nobody: () => '没有人会收到这封邮件。',
			often: () => '刚刚发过一样的邮件，请过一分钟再发。',
			control: () => '内容里有看不见的控制字符，请删掉。'
		} as Record<string, (d: Detail) => string>
	}
};
