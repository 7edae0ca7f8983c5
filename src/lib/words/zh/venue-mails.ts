import type { MailText } from '../../domain/mail';

const facts = '活动：{{title}}\n地点：{{place}}\n时间：{{when}}';

/** 场地申请的邮件；`end` 是每封邮件的结尾。 */
export const venueMails = (end: string) => ({
	'venue-asked': {
		subject: '请答复场地申请：{{title}}',
		body: `{{name}}，您好：\n\n有活动想在您管理的地点举办，等您答复：\n\n${facts}\n申请人的话：{{note}}\n\n请登录后查看时间是否冲突，同意、只同意其中几场，或者说明原因不同意：\n\n{{link}}\n\n您答复以前，活动不会公开发布。${end}`
	} satisfies MailText,
	'venue-granted': {
		subject: '场地已同意：{{title}}',
		body: `{{name}}，您好：\n\n您申请的场地已经同意：\n\n${facts}\n管理方的话：{{note}}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText,
	'venue-partly': {
		subject: '场地只同意了其中几场：{{title}}',
		body: `{{name}}，您好：\n\n您申请的场地，管理方同意了下面的时间，其余的没有同意：\n\n${facts}\n管理方的话：{{note}}\n\n请改掉其余的时间或换一个地点，再送审：\n\n{{link}}${end}`
	} satisfies MailText,
	'venue-declined': {
		subject: '场地没有同意：{{title}}',
		body: `{{name}}，您好：\n\n您申请的场地没有得到同意：\n\n${facts}\n原因：{{note}}\n\n请改时间或换一个地点，再送审；也可以再次申请：\n\n{{link}}${end}`
	} satisfies MailText,
	'venue-overridden': {
		subject: '场地由运维人员决定使用：{{title}}',
		body: `{{name}}，您好：\n\n下面的活动由运维人员决定在这个地点举办：\n\n${facts}\n理由：{{note}}\n\n详情请看：\n\n{{link}}${end}`
	} satisfies MailText
});
