/** Sentences the outer door says itself, before any page could. Chinese is the source of the shape. */
const zh = {
	path: {
		title: '网址写法不正确',
		detail: '网址里有无法识别的字符或编码。请检查网址，或从首页重新进入。'
	},
	long: {
		title: '网址太长',
		detail: '网址不能超过 8 KB，其中的路径不能超过 4 KB。请减少筛选条件后再试。'
	},
	method: {
		title: '不支持这种请求方式',
		detail: '本网站不支持这种请求方式，请改用页面上的按钮或链接。'
	},
	host: {
		title: '访问的域名不正确',
		detail: '本服务不使用这个域名。请使用公布的网址访问；管理员可用 ORIGIN 设置网址。'
	},
	origin: {
		title: '请求来源不正确',
		detail: '这次提交不是从本网站页面发出的，没有执行。请打开本网站的页面重新提交。'
	},
	large: {
		title: '提交的内容太大',
		detail: '提交的内容超过了允许的大小，没有保存。请减少内容后再试。'
	},
	missing: { title: '没有找到', detail: '没有这个地址的内容。请检查网址，或从首页重新进入。' },
	failed: {
		title: '服务出错了',
		detail: '服务器出现错误，内容没有保存。请稍后再试；如果仍然不行，请把编号告诉管理员。'
	},
	malformed: { title: '请求无法识别', detail: '请求的格式不正确，服务器没有处理。' },
	slow: { title: '请求超时', detail: '请求传送得太慢，连接已关闭。请检查网络后再试。' },
	headers: { title: '请求头太大', detail: '请求头超过 16 KB。请清除本网站的 Cookie 后再试。' },
	expect: { title: '无法满足 Expect', detail: '服务器只支持 Expect: 100-continue。' },
	stopping: { title: '服务正在停止', detail: '服务器正在停止或重启，请过几秒再试。' },
	number: '编号',
	home: '返回首页'
};

type Words = typeof zh;

const en: Words = {
	path: {
		title: 'The address is not valid',
		detail:
			'The address contains characters or an encoding we cannot read. Check it, or start from the home page.'
	},
	long: {
		title: 'The address is too long',
		detail:
			'An address may have at most 8 KB, its path at most 4 KB. Remove some filters and try again.'
	},
	method: {
		title: 'This method is not supported',
		detail: 'This site does not support this kind of request. Use the buttons or links on the page.'
	},
	host: {
		title: 'Wrong host name',
		detail:
			'This service does not answer to this host name. Use the published address; operators set it with ORIGIN.'
	},
	origin: {
		title: 'The request came from somewhere else',
		detail:
			'This was not sent from a page of this site, so nothing was done. Open the page here and send it again.'
	},
	large: {
		title: 'Too much was sent',
		detail: 'What was sent is larger than allowed and was not saved. Send less and try again.'
	},
	missing: {
		title: 'Not found',
		detail: 'There is nothing at this address. Check it, or start from the home page.'
	},
	failed: {
		title: 'Something went wrong',
		detail:
			'The server failed and nothing was saved. Try again later; if it happens again, tell the operator the number.'
	},
	malformed: {
		title: 'The request cannot be read',
		detail: 'The request is malformed and was not handled.'
	},
	slow: {
		title: 'The request timed out',
		detail:
			'The request arrived too slowly and the connection was closed. Check the network and try again.'
	},
	headers: {
		title: 'The request headers are too large',
		detail: 'Request headers may have at most 16 KB. Clear the cookies of this site and try again.'
	},
	expect: {
		title: 'Expectation cannot be met',
		detail: 'The only supported expectation is 100-continue.'
	},
	stopping: {
		title: 'The service is stopping',
		detail: 'The server is stopping or restarting. Try again in a few seconds.'
	},
	number: 'Number',
	home: 'Back to the home page'
};

/** What can be wrong at the outer door. */
export type Wrong = Exclude<keyof Words, 'number' | 'home'>;

/** The words for one request path: English below `/en`, Chinese everywhere else. */
export function wordsFor(path: string): Words & { lang: string; homePath: string } {
	return path === '/en' || path.startsWith('/en/') || path.startsWith('/en?')
		? { ...en, lang: 'en', homePath: '/en' }
		: { ...zh, lang: 'zh-CN', homePath: '/' };
}
