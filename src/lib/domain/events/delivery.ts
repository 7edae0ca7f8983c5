/**
 * Where a mail to somebody who signed up has come: it waits, the mail server took it, the server refused
 * it (it can be sent again), or it was given up (its text is erased, or somebody took it back).
 */
export const deliveries = ['waiting', 'handed', 'failed', 'given-up'] as const;
export type Delivery = (typeof deliveries)[number];

/** What a mail of the outbox is to the organizer of its event. */
export function deliveryOf(state: string, readable: boolean): Delivery {
	if (state === 'waiting' || state === 'sending') return 'waiting';
	if (state === 'sent') return 'handed';
	return state === 'failed' && readable ? 'failed' : 'given-up';
}

/** How many mails there are in each state. */
export type Delivered = Record<Delivery, number>;
export const noneDelivered = (): Delivered => ({ waiting: 0, handed: 0, failed: 0, 'given-up': 0 });

export interface DeliveryQuery {
	state: Delivery | null;
	/** From 1. */
	page: number;
}

/** Reads an address; what it cannot mean is left out. */
export function parseDelivery(params: URLSearchParams): DeliveryQuery {
	const page = params.get('page') ?? '';
	return {
		state: deliveries.find((state) => state === params.get('state')) ?? null,
		page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1
	};
}

/** Writes a query as the end of an address. */
export function formatDelivery({ state, page }: DeliveryQuery): string {
	const text = new URLSearchParams({
		...(state ? { state } : {}),
		...(page > 1 ? { page: String(page) } : {})
	}).toString();
	return text && `?${text}`;
}

/** Whether nobody knows if a mail arrived: sent again, it may come twice. */
export const isUnsure = (error: string | null): boolean =>
	error === 'unsure' || error === 'interrupted';
