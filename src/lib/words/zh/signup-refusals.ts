type Detail = Record<string, string | number>;

/** 为什么报名没有成功：字段下面或者表单上面的一句话。 */
export const signupRefusals: Record<string, (d: Detail) => string> = {
	gone: () => '找不到这个活动场次，可能已经撤下。',
	off: () => '主办单位暂停了报名。',
	'not-open': () => '报名还没有开始。',
	closed: () => '报名已经截止。您填的内容没有提交。',
	cancelled: () => '这一场取消了，不再接受报名。',
	postponed: () => '这一场延期了，新的时间定了再报名。',
	'per-contact': ({ max }) =>
		`这个邮箱或者手机号已经为这一场报过名了（最多 ${max} 次）。要改人数，请打开报名页面修改。`,
	full: ({ free }) =>
		Number(free) > 0
			? `只剩 ${free} 个座位，不够您要的人数。请减少人数，或者换一场。`
			: '座位已经满了，这一场不设候补。请看看别的场次。',
	'too-many-heads': ({ max, asked }) => `一次最多报 ${max} 人，您填了 ${asked} 人。`,
	'bad-number': () => '请填整数，至少 1 人。',
	missing: () => '这一项要填。',
	'one-contact': () => '邮箱和手机号至少填一个，好通知您。',
	'bad-address': () => '这不是一个可以收信的邮箱地址。一次只填一个，例如 li@example.cn。',
	'bad-phone': () => '电话号码不对。手机填 11 位，座机带区号。',
	'too-long': ({ max }) => `太长了，最多 ${max} 个字。`,
	control: () => '里面有不能使用的符号（换行或者看不见的字符）。',
	accusation: () => '反映违纪问题请拨打 12388，这里不受理，也不保存。请改写后再提交。',
	unknown: () => '请从列出的选项里选择。',
	'seat-taken': ({ seats }) => `${seats} 刚刚被别人选走了，请另选。其他内容都还在。`,
	'seats-heads': ({ seats, heads }) =>
		`您选了 ${seats} 个座位，人数填的是 ${heads} 人，请改成一样。`,
	'seats-zone': () => '选的座位不在您选的区域里，请改成同一个区域。',
	'no-more-seats': ({ free }) =>
		Number(free) > 0
			? `现在只多出 ${free} 个座位，不够增加的人数。`
			: '没有多余的座位可以增加了（有人在候补时，空出的座位先给他们）。',
	'offer-over': () => '保留的时间已经过了，座位让给了下一位。',
	'too-late': () => '现在不能自己取消或者修改了，请联系主办单位。',
	begun: () => '活动已经开始，不能再修改。',
	came: () => '您已经入场，不能再修改。',
	ended: () => '这次报名已经结束，不能再修改。',
	'draw-sealed': () => '抽签名单已经封存，人数不能再改。不来可以取消。',
	'too-often': () => '这个网络提交得太多了，请过几分钟再试。'
};
