import type { Delivery } from '../../domain/events/delivery';

type Detail = Record<string, string | number>;

/** 报名邮件的送达情况；只有“给报名者写信”这一页加载。 */
export const delivery = {
	title: '送达情况',
	lead: '这个活动的所有报名邮件，包括报名、候补、提醒和您写的信。只显示报名号，不显示邮箱。“已交出”是邮件服务器收下了，不等于对方看过。记录和发件箱保存得一样久。',
	unset: '系统没有设置邮件服务器，邮件都在等待，没有发出。请联系系统管理员。',
	filter: '按状态看',
	all: '全部',
	states: {
		waiting: '等待发送',
		handed: '已交出',
		failed: '没有送出',
		'given-up': '已放弃'
	} satisfies Record<Delivery, string>,
	help: {
		waiting: '排队等着发；服务器暂时不收的，会自己再试。',
		handed: '邮件服务器收下了。',
		failed: '服务器拒收或者中途断开。正文还在，可以再发一次。',
		'given-up': '超过一天没有发出，或者正文已经删除，不能再发。请用别的办法通知。'
	} satisfies Record<Delivery, string>,
	none: '没有这样的邮件。',
	table: '报名邮件',
	columns: { code: '报名号', kind: '邮件', date: '场次', at: '写好', state: '状态' },
	attempts: (n: number) => `已试 ${n} 次`,
	next: (when: string) => `${when} 以后再试`,
	sentAt: (when: string) => `${when} 交出`,
	again: '再发一次',
	againUnsure: '再发一次（对方可能收到两封）',
	againAll: (n: number) => `把没有送出的 ${n} 封都再发一次`,
	sentAgain: (n: number) => `${n} 封已经重新排队。`,
	sum: (parts: string[]) => parts.join('，'),
	count: (name: string, n: number) => `${name} ${n}`,
	refusal: {
		gone: () => '找不到这个活动，或者您没有权限。',
		'none-failed': () => '没有可以再发的邮件：已经重新排队，或者正文已经删除。'
	} as Record<string, (d: Detail) => string>
};
