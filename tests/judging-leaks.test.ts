// Long because what must stay unknown is planted, looked for everywhere by everybody, and found later.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conflicts, entries, jurors, jurorTies, people, tasks } from '$lib/server/db/schema';
import type { Db } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { decideByRule, deliberate } from '$lib/server/judging/decisions';
import { keep } from '$lib/server/audit';
import { settlePhases } from '$lib/server/judging/checkpoints';
import { markPhase } from '$lib/server/judging/log';
import { addNote } from '$lib/server/judging/notes';
import { askFinal, confirmFinal, publishNotice } from '$lib/server/judging/notices';
import { savePrizes } from '$lib/server/judging/prizes';
import { openKeys } from '$lib/server/keys';
import { ask } from './asking';
import { anEdition, aPlan } from './contests';
import { release, shut } from './judged';
import { aRound, evenly, scored, someTasks } from './judging';
import type { ARound } from './judging';
import { office, ranOut } from './noticed';
import { asRole } from './people';
import { serve } from './serve';
import type { Served } from './serve';
import { demoJurors } from './jury-world';
import { within } from './stock';

const PASSWORD = 'jade-cong-2026-trail';
const SETTINGS = { DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' };
const folder = mkdtempSync(join(tmpdir(), 'liantu-leaks-'));

/** What nobody outside the jury and the office may learn before the release: as it would be written. */
const early = {
	'a score': /\b(73\.37|7337|733700)\b/,
	'a prize': /LEAKPRIZE/,
	'a juror’s label': /LEAKLABEL/
};
/** What nobody outside learns at any time. */
const never = {
	'a juror’s name': /LEAKPERSON/,
	'a comment': /LEAKCOMMENT/,
	'a note': /LEAKNOTE/,
	'what was said before a decision': /LEAKDELIBERATION/,
	'why a juror stands apart': /LEAKCONFLICT/,
	'what a juror declared': /LEAKTIE/,
	'why a task ended': /LEAKENDED/
};

const everybody = [null, 'citizen', 'contestant1', 'juror1'] as const;
type Someone = (typeof everybody)[number];

let served: Served;
let round: ARound;
let own: { id: string; number: string };
const cookies = new Map<Someone, string>();

/**
 * A last round judged by three, of whom the second is known by every secret; a sample contestant has
 * the best entry, a sample juror one that others scored too. Decided, not released.
 */
async function plant(db: Db): Promise<ARound> {
	const now = Date.now();
	const edition = await anEdition(db, { plan: aPlan({}, now), now });
	const judges = await demoJurors(db, edition.editionId, 3);
	const made = await aRound(db, {
		...{ edition, of: judges, entries: 4, now },
		plan: { talk: true, scale: { min: 0, max: 100, decimals: 2 } }
	});
	const secret = judges[1]!;
	await someTasks(db, made, { pairs: [[1, 0]], now });
	await scored(db, made, () => 80, { now });
	const pairs = [0, 1, 2].flatMap((entry) => [1, 2].map((juror) => [entry, juror] as const));
	await someTasks(db, made, { pairs, now });
	const [task] = await db.select().from(tasks).where(eq(tasks.jurorId, secret.id));
	const by = asRole('juror', { id: secret.personId, now });
	const which = { roundId: made.roundId, code: made.entries[0]!.code, taskId: task!.id };
	const noting = { second: null, criterionId: null, text: 'LEAKNOTE', shared: true };
	expect(await addNote(db, by, which, noting)).toMatchObject({ ok: true });
	await scored(
		db,
		made,
		(entry) => ({ ...evenly(made.plan, 73.37 - entry), comment: 'LEAKCOMMENT' }),
		{ now }
	);
	await someTasks(db, made, { pairs: [[3, 1]], now });
	await write(db, async (tx) => {
		await tx.update(jurors).set({ label: '评委 LEAKLABEL' }).where(eq(jurors.id, secret.id));
		await tx.update(people).set({ name: 'LEAKPERSON' }).where(eq(people.id, secret.personId));
		await tx
			.update(tasks)
			.set({ state: 'recused', endedAt: now, why: 'LEAKENDED' })
			.where(eq(tasks.entryId, made.entries[3]!.id));
		await tx.insert(conflicts).values({
			...{ editionId: made.editionId, jurorId: secret.id, entryId: made.entries[3]!.id },
			...{ kind: 'family', source: 'office', why: 'LEAKCONFLICT', at: now }
		});
		const tie = { jurorId: secret.id, kind: 'family' as const, value: 'LEAKTIE', at: now };
		await tx.insert(jurorTies).values(tie);
		const [owner] = await tx
			.select({ id: people.id })
			.from(people)
			.where(eq(people.email, 'contestant1@demo.invalid'));
		await tx.update(entries).set({ ownerId: owner!.id }).where(eq(entries.id, made.entries[0]!.id));
	});
	const [clerk] = office(now);
	const prize = { categories: null, most: 1, each: false, least: null };
	await savePrizes(db, clerk, made.editionId, [
		{ id: null, title: { zh: '金奖 LEAKPRIZE', en: 'Gold LEAKPRIZE' }, ...prize }
	]);
	await shut(db, made.roundId);
	const { editionId, roundId } = made;
	await write(db, (tx) => markPhase(tx, clerk!, { editionId, roundId, phase: 'closed' }));
	expect(await decideByRule(db, clerk, made.roundId)).toMatchObject({ ok: true });
	const [{ id }] = made.entries as [ARound['entries'][0]];
	await deliberate(db, clerk, made.roundId, id, 'LEAKDELIBERATION');
	return made;
}

/** Releases what was decided, and lets the notice be over and the result final. */
async function publish(db: Db): Promise<void> {
	const now = Date.now();
	const [one, two] = office(now);
	expect(await release(db, round.roundId, one, two)).toBe('ok');
	const made = await publishNotice(db, one, round.editionId, {
		...{ kind: 'days', days: 7, contact: { zh: '组委会', en: null }, note: null }
	});
	if (!made.ok) throw new Error(JSON.stringify(made.refusals));
	await ranOut(db, made.value.id, now);
	await askFinal(db, one, made.value.id);
	expect(await confirmFinal(db, two, made.value.id)).toMatchObject({ ok: true });
}

/** Does something in the data of the portal while it rests, and has its log signed after it. */
const meanwhile = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
	within(folder, async (db) => {
		openKeys(folder);
		const keeping = await keep(db, {
			dataDir: folder,
			name: 'lian.example/audit',
			clock: Date.now
		});
		const made = await work(db);
		await settlePhases(db, Date.now());
		await keeping.stop();
		return made;
	});

async function signIn(name: Exclude<Someone, null>): Promise<string> {
	const body = new URLSearchParams({
		email: `${name}@demo.invalid`,
		password: PASSWORD
	}).toString();
	const answer = await ask(served.port, '/login', {
		method: 'POST',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': body.length,
			origin: served.origin,
			accept: 'text/html'
		},
		body
	});
	expect([name, answer.status]).toEqual([name, 303]);
	return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

async function begin(): Promise<void> {
	served = await serve({ ...SETTINGS, DATA_DIR: folder });
	for (const name of everybody) if (name) cookies.set(name, await signIn(name));
}

beforeAll(async () => {
	// The sample accounts come with the first start.
	await (await serve({ ...SETTINGS, DATA_DIR: folder })).stop();
	round = await meanwhile(plant);
	own = round.entries[0]!;
	await begin();
}, 240_000);
afterAll(async () => {
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Where a secret of judging could come out: starts of a walk, and doors that should be shut. */
function starts(): string[] {
	const { contestSlug, slug } = round.edition;
	const at = `/contests/${contestSlug}/${slug}`;
	const office = `/studio/judging/${round.editionId}`;
	const [first] = round.entries;
	return [
		...['/', '/contests', `/contests/${contestSlug}`, at, '/verify', '/search', '/account'],
		...['notice', 'results', 'entries', 'log', 'log/file', 'log/archive', 'dates.ics'].map(
			(one) => `${at}/${one}`
		),
		...round.entries.map(({ number }) => `${at}/entries/${number}`),
		...round.entries.map(({ code }) => `/verify/${code}`),
		...['LEAK', '金奖', '评委', first!.number, first!.code].flatMap((q) => {
			const asked = encodeURIComponent(q);
			return [`/search?q=${asked}`, `/search/suggest?q=${asked}`];
		}),
		...[
			'/sitemap.xml',
			'/feeds/news.atom',
			'/api',
			'/api/collections/places/items?limit=500',
			'/robots.txt'
		],
		...[`/og/contests/${contestSlug}.png`, `/og/editions/${slug}.png`, `${at}/nothing`],
		...['', '/mine', '/mine/download.json', '/entries', `/entries/${own.id}`].map(
			(one) => `/account${one}`
		),
		...['preview', 'messages', 'team', 'certificates', 'receipt.pdf', 'form.pdf'].map(
			(one) => `/account/entries/${own.id}/${one}`
		),
		...['/jury', `/jury/${round.roundId}`, `/jury/${round.roundId}/sheet`],
		...round.entries.map(({ code }) => `/jury/${round.roundId}/${code}`),
		...['', '/panel', '/conflicts', '/prizes', '/notice', '/log/file', '/archive/file'].map(
			(one) => office + one
		),
		...['documents/scores.pdf', 'documents/minutes.xlsx'].map((one) => `${office}/${one}`),
		...['', 'results', 'decision', 'analysis', 'progress', 'assignment', 'scores.json'].map(
			(one) => `${office}/${round.roundId}/${one}`
		),
		...['results/export.csv', 'analysis/table.xlsx'].map(
			(one) => `${office}/${round.roundId}/${one}`
		),
		`${office}/${round.roundId}/decision/${first!.id}`
	];
}

/** What is walked on from where it was met: everything about contests and whoever asks. */
const followed = () =>
	new RegExp(
		`^(/en)?(/(contests/${round.edition.contestSlug}|account|jury|verify|sitemap|feeds|api/collections)\\b[^#]*)$`
	);
const away = /logout|\/items\/./;

interface Met {
	path: string;
	status: number;
	text: string;
}

/** Every answer somebody gets on their way, pages with the data behind them. */
async function walk(who: Someone): Promise<Met[]> {
	const queue = starts().flatMap((path) => [path, path.startsWith('/api') ? path : `/en${path}`]);
	const seen = new Set(queue);
	const met: Met[] = [];
	const may = followed();
	while (queue.length) {
		const batch = queue.splice(0, 8);
		const answers = await Promise.all(batch.map((path) => meet(path, who)));
		// Files are made for few at once: whoever is asked to come again comes again alone.
		for (const [i, { status }] of answers.entries())
			if (status === 503) answers[i] = await meet(batch[i]!, who);
		for (const { data, links, ...one } of answers) {
			met.push(one, ...(data ? [data] : []));
			for (const link of links) {
				if (seen.has(link) || !may.test(link) || away.test(link)) continue;
				seen.add(link);
				queue.push(link);
			}
		}
		if (met.length > 3000) throw new Error(`${who ?? 'nobody'} walks without end: ${queue[0]}`);
	}
	return met;
}

async function meet(
	path: string,
	who: Someone
): Promise<Met & { data: Met | null; links: string[] }> {
	const get = async (at: string): Promise<Met & { html: boolean }> => {
		const answer = await ask(served.port, at, {
			headers: { accept: 'text/html,*/*', ...(who ? { cookie: cookies.get(who)! } : {}) }
		});
		const { 'content-type': type = '', ...headers } = answer.headers;
		const text = `${JSON.stringify(headers)}\n${answer.text}${/pdf/.test(type) ? await wordsOf(answer.body) : ''}`;
		return { path: at, status: answer.status, html: /html/.test(type), text };
	};
	const { html, ...page } = await get(path);
	if (!html)
		return {
			...page,
			data: null,
			links: linksOf(page.text, /<loc>https?:\/\/[^/<]+(\/[^<]*)<\/loc>/g)
		};
	const [bare = '', query] = path.split('?');
	const at = `${bare === '/' ? '' : bare}/__data.json${query ? `?${query}` : ''}`;
	return { ...page, data: await get(at), links: linksOf(page.text, /href="(\/[^"#]*)"/g) };
}
const wordsOf = async (pdf: Buffer): Promise<string> => {
	const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
	return text;
};
const linksOf = (text: string, each: RegExp) =>
	[...text.matchAll(each)].map(([, link]) => link!.replaceAll('&amp;', '&'));

const leaks = (met: readonly Met[], secrets: Record<string, RegExp>) =>
	met.flatMap(({ path, status, text }) =>
		Object.entries(secrets).flatMap(([what, sign]) => {
			const hit = sign.exec(text);
			return hit
				? [
						`${path} (${status}): ${what}: …${text.slice(Math.max(0, hit.index - 60), hit.index + 60)}…`
					]
				: [];
		})
	);

describe('before the release', () => {
	it.each(everybody)('%s meets no secret of judging, wherever they go', async (who) => {
		const met = await walk(who);
		expect(leaks(met, { ...early, ...never })).toEqual([]);
		expect(met.filter(({ status }) => status >= 500)).toEqual([]);
		const good = met.filter(({ status }) => status === 200).length;
		expect(good).toBeGreaterThan(60);
	});

	it('codes of the jury are known to the jury alone', async () => {
		const codes = new RegExp(round.entries.map(({ code }) => code).join('|'));
		for (const who of [null, 'citizen', 'contestant1'] as const) {
			const met = (await walk(who)).filter(
				({ path }) => !/search|verify|jury/.test(decodeURIComponent(path))
			);
			expect(leaks(met, { 'a code': codes })).toEqual([]);
		}
	});

	it('the office finds what is kept from the others: it is there to be found', async () => {
		cookies.set('citizen', await signIn('organizer' as 'citizen'));
		const met = await walk('citizen');
		const found = (secrets: Record<string, RegExp>) =>
			Object.keys(secrets).filter((what) => leaks(met, { [what]: secrets[what]! }).length);
		expect(found(early)).toEqual(Object.keys(early));
	});
});

describe('once the result is final', () => {
	let met: Map<Someone, Met[]>;
	beforeAll(async () => {
		await served.stop();
		await meanwhile(publish);
		await begin();
		met = new Map();
		for (const who of everybody) met.set(who, await walk(who));
	}, 240_000);

	it('everybody finds the prizes, and scores and labels in the log', () => {
		const found = (who: Someone) =>
			Object.entries(early).flatMap(([what, sign]) =>
				leaks(met.get(who)!, { [what]: sign }).length ? [what] : []
			);
		for (const who of everybody) expect(found(who)).toEqual(Object.keys(early));
	});

	it('nobody finds names of jurors, comments, or why somebody stood apart', () => {
		for (const who of everybody) expect(leaks(met.get(who)!, never)).toEqual([]);
	});
});
