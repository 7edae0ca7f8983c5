import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import ipaddr from 'ipaddr.js';
import type { Sign, Trouble } from '$lib/domain/studio/health';
import type { Db } from '../db/open';
import { linksShown } from './links';

/** Milliseconds one other site is waited for, and links asked in one round. */
const PATIENCE = 8_000;
const MOST = 500;
const LINES = 20;

/** How one address answered: a status, or why nobody was asked or nobody answered. */
export type Answer = number | 'private' | 'unknown-host' | 'silent';

/**
 * Whether an address belongs to the public internet: nothing of our own network is ever asked, or a
 * link in an article could look around in it (SSRF, OWASP ASVS 5.0 13.2.4).
 */
export const isPublic = (address: string): boolean =>
	ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** Asks one https address with HEAD, at the address its name was resolved to, following nothing. */
export async function askOutside(href: string): Promise<Answer> {
	const url = new URL(href);
	if (url.protocol !== 'https:' || url.username || url.password || (url.port && url.port !== '443'))
		return 'private';
	const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
	if (!found.length) return 'unknown-host';
	// All of them: a name with one private address must not get through by luck.
	if (!found.every(({ address }) => isPublic(address))) return 'private';
	const [{ address, family }] = found as [{ address: string; family: number }];
	return new Promise<Answer>((done) => {
		const ask = request(
			url,
			{
				method: 'HEAD',
				timeout: PATIENCE,
				// The name was judged above; asking again could give another answer.
				lookup: (_, options, tell) =>
					options.all ? tell(null, [{ address, family }]) : tell(null, address, family),
				headers: { 'user-agent': 'liantu-link-check' }
			},
			(answer) => {
				answer.destroy();
				done(answer.statusCode ?? 'silent');
			}
		);
		ask.on('timeout', () => ask.destroy(new Error('slow')));
		ask.on('error', () => done('silent'));
		ask.end();
	});
}

/** 404 and 410 say the page is gone; other refusals may only mean that robots are not liked. */
const isDead = (answer: Answer): boolean =>
	answer === 404 || answer === 410 || answer === 'unknown-host' || answer === 'silent';

/** Links to other sites that no longer stand. Each address is asked once, one after the other. */
export async function outsideSign(
	db: Db,
	now: number,
	ask: (href: string) => Promise<Answer> = askOutside
): Promise<Sign> {
	const answers = new Map<string, Answer>();
	const dead: Trouble[] = [];
	let looked = 0;
	for await (const { href, title, path } of linksShown(db)) {
		if (!/^https:\/\//.test(href) || !URL.canParse(href)) continue;
		if (!answers.has(href)) {
			if (answers.size >= MOST) continue;
			answers.set(href, await ask(href));
		}
		looked++;
		const answer = answers.get(href)!;
		if (isDead(answer)) dead.push({ title, path, fact: `${href} (${answer})` });
	}
	return {
		name: 'outside-links',
		count: dead.length,
		of: looked,
		troubles: dead.slice(0, LINES),
		at: now
	};
}
