import type { Env } from '$lib/domain/env';
import type { Db } from '../db/open';
import { shared } from '../shared';
import { deliver, settleInterrupted, sweep } from './deliver';
import { onNudge } from './nudge';
import { smtp } from './post';
import type { Send } from './post';

/** How often the worker looks by itself, how soon after a nudge, and how long after a failure. */
const PACE = { idle: 10_000, nudged: 50, away: 60_000 };

/**
 * Starts sending what lies in the outbox. Without an address of a mail server nothing is sent and
 * mails wait where the operator sees them; old ones are still erased.
 * @returns how to stop: waits for the mail under way
 */
export async function startMail(
	db: Db,
	{ smtpUrl, mailFrom, origin }: Pick<Env, 'smtpUrl' | 'mailFrom' | 'origin'>
): Promise<() => Promise<void>> {
	await settleInterrupted(db);
	const send: Send | null = smtpUrl ? smtp(smtpUrl, mailFrom ?? senderAt(origin)) : null;
	if (!send)
		shared.notices.push('SMTP_URL is not set: mails wait in the outbox (/studio/outbox), unsent.');
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | null = null;
	let sulking = 0;

	const plan = (ms: number) => {
		if (stopped) return;
		clearTimeout(timer);
		timer = setTimeout(look, ms);
		timer.unref();
	};
	const look = () => {
		running ??= round().finally(() => {
			running = null;
			plan(PACE.idle);
		});
	};
	async function round(): Promise<void> {
		const now = Date.now();
		try {
			await sweep(db, now);
			if (!send || now < sulking) return;
			const { away } = await deliver(db, send, Date.now, () => stopped);
			sulking = away ? now + PACE.away : 0;
		} catch (error) {
			shared.report?.(error, 'mail');
		}
	}
	const deaf = onNudge(() => {
		// Something new, or the operator's word: worth another look at a server that was away.
		sulking = 0;
		if (!running) plan(PACE.nudged);
	});
	plan(PACE.nudged);
	return async () => {
		stopped = true;
		deaf();
		clearTimeout(timer);
		await running;
	};
}

/** The sender while none is set; an address of digits has no mailboxes. */
const senderAt = ({ hostname }: URL) =>
	`liantu@${/[a-z]$/i.test(hostname) ? hostname : 'localhost'}`;
