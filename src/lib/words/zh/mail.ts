import type { MailText, TemplateName } from '../../domain/mail';
import { signupMails } from './signup-mails';
import { venueMails } from './venue-mails';
import { visitMails } from './visits-mails';

const end = '\n\n这封邮件由系统自动发出，请不要回复。\n{{site}}\n{{home}}\n';

/** Our own text of every mail; an office may write another in the settings. */
export const mail: Record<TemplateName, MailText> = {
	confirm: {
		subject: '确认您的邮箱 · {{site}}',
		body: `您好：\n\n有人用这个邮箱在“{{site}}”注册。如果是您本人，请打开下面的链接完成注册：\n\n{{link}}\n\n链接只能用一次，过一段时间会失效。如果不是您本人，不用理会这封邮件，邮箱不会被使用。${end}`
	},
	exists: {
		subject: '您已经注册过 · {{site}}',
		body: `您好：\n\n有人用这个邮箱在“{{site}}”注册，但这个邮箱已经注册过了，所以没有新建账号。\n\n如果是您本人，请直接登录；忘记密码可以在登录页重新设置：\n\n{{link}}\n\n如果不是您本人，不用理会这封邮件，账号没有变化。${end}`
	},
	reset: {
		subject: '重新设置密码 · {{site}}',
		body: `您好：\n\n有人申请为这个邮箱在“{{site}}”的账号重新设置密码。如果是您本人，请打开下面的链接：\n\n{{link}}\n\n链接只能用一次，很快会失效。如果不是您本人，不用理会这封邮件，密码没有变化。${end}`
	},
	invite: {
		subject: '邀请您使用“{{site}}”',
		body: `您好：\n\n“{{site}}”的工作人员为您开通了账号。请打开下面的链接，设置您自己的密码：\n\n{{link}}\n\n链接只能用一次，过一段时间会失效。如果您不清楚这件事，请先向单位核实，不要打开链接。${end}`
	},
	'email-change': {
		subject: '确认新的邮箱 · {{site}}',
		body: `您好：\n\n有人申请把“{{site}}”的一个账号改用这个邮箱。如果是您本人，请打开下面的链接确认：\n\n{{link}}\n\n链接只能用一次，过一段时间会失效。确认以前，账号仍然使用原来的邮箱。如果不是您本人，不用理会这封邮件。${end}`
	},
	'password-changed': {
		subject: '密码已经修改 · {{site}}',
		body: `您好：\n\n您在“{{site}}”的密码刚刚修改过，其他设备上的登录已经全部退出。\n\n如果不是您本人修改的，请马上在登录页选择“忘记密码”重新设置，并告诉本站运维人员。${end}`
	},
	'factor-changed': {
		subject: '登录验证方式有变化 · {{site}}',
		body: `您好：\n\n您在“{{site}}”的登录验证方式（验证码、备用码、通行密钥或邮箱）刚刚有变化。\n\n如果不是您本人操作的，请马上修改密码，并告诉本站运维人员。${end}`
	},
	'review-asked': {
		subject: '请审核：{{title}}',
		body: `您好：\n\n“{{title}}”已经送审，等待您审核（{{step}}）。请登录后打开：\n\n{{link}}${end}`
	},
	'review-returned': {
		subject: '退回修改：{{title}}',
		body: `您好：\n\n“{{title}}”已经退回修改。意见：\n\n{{note}}\n\n请登录后打开：\n\n{{link}}${end}`
	},
	published: {
		subject: '已经发布：{{title}}',
		body: `您好：\n\n“{{title}}”已经发布，可以在这里看到：\n\n{{link}}${end}`
	},
	'entry-received': {
		subject: '已收到参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n您提交的参赛作品已经收到。\n\n作品名称：{{title}}\n参赛编号：{{number}}\n大赛：{{contest}}\n\n接下来由主办单位审查资格。审查进展、需要补正的地方和下载回执，都在这里：\n\n{{link}}\n\n截止时间以前，您可以更正或者撤回。${end}`
	},
	'entry-corrected': {
		subject: '已收到更正 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）更正后的内容已经收到，编号不变。\n\n进展请看：\n\n{{link}}${end}`
	},
	'entry-invite': {
		subject: '请您一起填报参赛作品 · {{site}}',
		body: `您好：\n\n{{name}}请您一起填报参赛作品“{{title}}”（{{contest}}）。打开下面的链接，登录或者注册以后就可以一起填写、上传材料：\n\n{{link}}\n\n链接 7 天内有效，只能用一次。如果您不清楚这件事，不用理会这封邮件。${end}`
	},
	'entry-message': {
		subject: '有新留言：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n主办单位就参赛作品“{{title}}”（{{number}}）给您留了言。请登录后查看和回复：\n\n{{link}}${end}`
	},
	'entry-passed': {
		subject: '通过资格审查：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）已经通过资格审查，进入评审。\n\n主办单位的话：{{note}}\n\n接下来的安排请看：\n\n{{link}}${end}`
	},
	'entry-returned': {
		subject: '请更正参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）有需要更正的地方。\n\n原因：{{reasons}}\n说明：{{note}}\n\n请在 {{due}}（北京时间）以前更正并再次提交，编号不变：\n\n{{link}}${end}`
	},
	'entry-refused': {
		subject: '没有通过资格审查：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n很遗憾，参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）没有通过资格审查，不进入评审。\n\n原因：{{reasons}}\n说明：{{note}}\n\n对结果有疑问的，请登录后给主办单位留言：\n\n{{link}}${end}`
	},
	'entry-reopened': {
		subject: '重新审查参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）的资格将重新审查，原来的结果不再有效。\n\n说明：{{note}}\n\n进展请看：\n\n{{link}}${end}`
	},
	'entry-extended': {
		subject: '更正期限延长：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）的更正期限延长到 {{due}}（北京时间）。\n\n说明：{{note}}\n\n请登录后更正并再次提交：\n\n{{link}}${end}`
	},
	'entry-advance': {
		subject: '进入下一轮：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n{{contest}}“{{round}}”的评审结果已经确定。参赛作品“{{title}}”（参赛编号 {{number}}）进入下一轮评审。\n\n接下来的安排请看：\n\n{{link}}${end}`
	},
	'entry-stop': {
		subject: '评审结果：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n{{contest}}“{{round}}”的评审结果已经确定。参赛作品“{{title}}”（参赛编号 {{number}}）没有继续入选。感谢您和创作团队的投入。\n\n评审办法和后续公示请看：\n\n{{link}}${end}`
	},
	'entry-award': {
		subject: '拟获奖：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n{{contest}}“{{round}}”的评审结果已经确定。参赛作品“{{title}}”（参赛编号 {{number}}）拟获{{prize}}。结果以公示结束后的公告为准。\n\n详情请看：\n\n{{link}}${end}`
	},
	'certificate-ready': {
		subject: '获奖证书可以下载了：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n参赛作品“{{title}}”（参赛编号 {{number}}）在{{contest}}中获{{prize}}，祝贺您！证书已经颁发，登录后可以下载：\n\n{{link}}\n\n证书上印有查验码，任何人都可以在本站查验真伪。${end}`
	},
	'erasure-done': {
		subject: '已删除您的个人信息：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n您申请删除参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）里的个人信息，已经办好：联系方式、主创名单、监护人信息、涉及个人的回答、留言和盖章的报名表都已删除。作品、名称和编号留在大赛里。\n\n网站还保存着关于您的哪些信息，请登录后查看：\n\n{{link}}${end}`
	},
	'erasure-kept': {
		subject: '关于您的删除申请：参赛作品 {{number}} · {{site}}',
		body: `{{name}}，您好：\n\n您申请删除参赛作品“{{title}}”（参赛编号 {{number}}，{{contest}}）里的个人信息，目前不能删除。\n\n理由：{{note}}\n\n有不同意见，可以登录后给主办单位留言：\n\n{{link}}${end}`
	},
	'judging-checkpoint': {
		subject: '评审日志存证：{{phase}} · {{site}}',
		body: `{{name}}，您好：\n\n{{contest}}{{round}}的评审到了一个节点：{{phase}}。截至此时的全部评审记录已经签名封存。下面几行是签名检查点，请保存好这封邮件：以后谁改动、删除、插入或者回退了记录，都能凭它查出来。\n\n{{checkpoint}}\n\n核对方法：打开下面的页面，下载日志文件和核验程序，把以上几行（或者整封邮件）粘贴进去。核验程序不联网也能用。\n\n{{link}}${end}`
	},
	'jury-reminder': {
		subject: '请完成评审：{{contest}} {{round}} · {{site}}',
		body: `{{name}}，您好：\n\n{{contest}}{{round}}还有 {{left}} 件作品等您评完并锁定，截止时间：{{due}}。请登录后打开评审台：\n\n{{link}}\n\n截止以后系统不再接收评分。已经在路上的话，不用理会这封邮件。${end}`
	},
	'objection-received': {
		subject: '已收到您的异议 · {{site}}',
		body: `{{name}}，您好：\n\n您对{{contest}}公示内容提出的异议已经收到，主办单位会在 {{due}} 以前答复。回执号：\n\n{{receipt}}\n\n在下面的页面输入回执号，可以查看处理进展，也可以在处理以前撤回。请妥善保管，不要转给别人：\n\n{{link}}${end}`
	},
	'objection-answered': {
		subject: '异议处理结果 · {{site}}',
		body: `{{name}}，您好：\n\n您对{{contest}}公示内容提出的异议已经处理完毕：\n\n{{outcome}}\n\n详情请看：\n\n{{link}}${end}`
	},
	...signupMails(end),
	...venueMails(end),
	...visitMails(end),
	'upload-expires': {
		subject: '文件还没传完：{{title}} · {{site}}',
		body: `{{name}}，您好：\n\n您上传的“{{title}}”还没有传完，一天之内不继续，已传的部分就会删除。请登录后打开下面的链接，选择同一个文件，就能从断开的地方接着传：\n\n{{link}}\n\n如果不再需要，不用理会这封邮件。${end}`
	}
};
