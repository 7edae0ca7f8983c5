import type { MailText } from '../../domain/mail';

const facts =
	'活动：{{title}}\n时间：{{when}}\n地点：{{place}}\n人数：{{heads}} 人\n报名号：{{code}}';
const own = '报名页面只属于您，请不要把链接转给别人：\n\n{{link}}';

/** 活动报名的邮件；`end` 是每封邮件的结尾。 */
export const signupMails = (end: string) => ({
	'signup-confirmed': {
		subject: '报名成功：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n您已报名成功，座位为您留好了。\n\n${facts}\n\n入场券、修改人数和取消，都在报名页面。${own}\n\n来不了请尽早取消，让别人能来。${end}`
	} satisfies MailText,
	'signup-waiting': {
		subject: '已进入候补：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n座位暂时满了，您已进入候补名单。有人取消时，会按报名先后通知您，请及时确认。\n\n${facts}\n\n查看排到第几位、修改或者取消，都在报名页面。${own}${end}`
	} satisfies MailText,
	'signup-entered': {
		subject: '已登记参加抽签：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n您已登记。报名截止后公开抽签，结果会通知您，任何人都可以复算。\n\n${facts}\n\n修改或者取消，都在报名页面。${own}${end}`
	} satisfies MailText,
	'signup-offer': {
		subject: '有座位了，请在 {{due}} 前确认：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n有座位空出来了，为您保留到 {{due}}（北京时间）。过时不确认，座位会让给下一位。\n\n${facts}\n\n请打开报名页面确认，或者放弃。${own}${end}`
	} satisfies MailText,
	'signup-lapsed': {
		subject: '保留的座位已过时：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n为您保留的座位没有在期限内确认，已让给下一位。\n\n${facts}\n\n还想参加的话，可以重新报名：\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-lost': {
		subject: '抽签结果：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n抽签结束了，这一次没有轮到您。{{note}}\n\n${facts}\n\n您的抽签号、完整名单和复算方法，都可以从报名页面打开。${own}${end}`
	} satisfies MailText,
	'signup-cancelled': {
		subject: '报名已取消：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n您的报名已经取消。\n\n${facts}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-refused': {
		subject: '主办单位取消了您的报名：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n很抱歉，主办单位取消了您的报名。\n\n${facts}\n原因：{{note}}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-reminder': {
		subject: '活动快开始了：{{title}}，{{when}} · {{site}}',
		body: `{{name}}，您好：\n\n提醒您参加：\n\n${facts}\n\n入场请出示报名页面里的入场券，提前打开或者打印，没有网络也能用。来不了请马上取消，让别人能来。${own}${end}`
	} satisfies MailText,
	'signup-off': {
		subject: '活动取消：{{title}}，{{when}} · {{site}}',
		body: `{{name}}，您好：\n\n很抱歉，下面的活动取消了，您的报名随之结束，不用再来。\n\n${facts}\n说明：{{note}}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-postponed': {
		subject: '活动延期：{{title}}，原定 {{when}} · {{site}}',
		body: `{{name}}，您好：\n\n很抱歉，下面的活动延期了，新的时间定了会再通知您。您的报名仍然有效；不想参加了，可以在报名页面取消。\n\n${facts}\n说明：{{note}}\n\n${own}${end}`
	} satisfies MailText,
	'signup-moved': {
		subject: '活动时间或地点变了：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n您报名的活动有变动，现在是：\n\n${facts}\n说明：{{note}}\n\n您的报名仍然有效；来不了可以在报名页面取消。${own}${end}`
	} satisfies MailText,
	'signup-restored': {
		subject: '活动照常举行：{{title}}，{{when}} · {{site}}',
		body: `{{name}}，您好：\n\n先前通知延期的活动现在确定举行：\n\n${facts}\n说明：{{note}}\n\n您的报名仍然有效；来不了可以在报名页面取消。${own}${end}`
	} satisfies MailText,
	'signup-note': {
		subject: '主办单位的通知：{{title}}，{{when}} · {{site}}',
		body: `{{name}}，您好：\n\n关于您报名的活动，主办单位通知：\n\n{{note}}\n\n${facts}\n\n${own}${end}`
	} satisfies MailText
});
