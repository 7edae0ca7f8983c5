import type { MailText } from '../../domain/mail';

const facts = '地点：{{place}}\n时间：{{when}}\n人数：{{heads}} 人\n预约号：{{code}}';

/** 团体参观的邮件；`end` 是每封邮件的结尾。 */
export const visitMails = (end: string) => ({
	'visit-received': {
		subject: '已收到参观申请 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n您的团体参观申请已经收到，场馆会安排时段后通知您。现在还没有约定。\n\n${facts}（希望的时间）\n\n查看进展、修改人数、补交公函或者取消，都在这里。请不要把链接转给别人：\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-offered': {
		subject: '请确认参观时间 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n场馆为您安排了参观时段，请在 {{due}}（北京时间）以前确认。过时不确认，时段会让给别人。\n\n${facts}\n\n打开下面的链接确认，或者取消：\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-confirmed': {
		subject: '参观已约定 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n参观已经约定：\n\n${facts}\n\n加入日历、修改人数或者取消，都在这里：\n\n{{link}}\n\n来不了请尽早取消，让别的团体能来。${end}`
	} satisfies MailText,
	'visit-declined': {
		subject: '参观申请没有安排 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n很抱歉，您的参观申请没有能够安排。\n\n${facts}（希望的时间）\n原因：{{reason}}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-cancelled': {
		subject: '参观已取消 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n下面的参观已经取消：\n\n${facts}\n{{reason}}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-reminder': {
		subject: '参观提醒 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n您约定的团体参观快到了：\n\n${facts}\n\n到场时请出示下面的页面。人数有变化，或者来不了，也在这里修改、取消：\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-asked': {
		subject: '有团体申请参观，请安排 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n有团体申请参观您负责的场馆，正在等待答复：\n\n${facts}（希望的时间）\n\n联系人和联系方式不写在邮件里。请登录后查看并安排时段：\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-withdrawn': {
		subject: '团体取消了参观 {{code}} · {{site}}',
		body: `{{name}}，您好：\n\n下面的团体参观，已经由申请人自己取消，时段已经空出来：\n\n${facts}\n\n请登录后查看：\n\n{{link}}${end}`
	} satisfies MailText
});
