import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { writeForm } from '../../src/lib/domain/studio/read-form';
import { describe } from '../../src/lib/domain/studio/noun';
import type { Content } from '../../src/lib/domain/studio/field';
import { close, open } from '../../src/lib/server/db/open';
import { items } from '../../src/lib/server/db/schema';
import { contentOf } from '../../src/lib/server/studio/items';
import { save } from '../../src/lib/server/studio/save';
import { type Figure, median } from './figure';
import { fieldsText, FormSender } from './form-post';
import { startPortal } from './portal';
import { WITH_SAMPLES } from './studio-page';

const part = 'saves';
/** Forms that are saved at the same time, each of its own place. */
const FORMS = 32;
/** Saves before anything is measured: a server just started is still being compiled. */
const WARM = 100;

/** A form somebody has open: the place, what it says, and the version it began with. */
interface Open {
	id: string;
	content: Content;
	base: number;
}

/**
 * Saving the whole form of a place, as a version with its audit record in one transaction, on the disk
 * before it is answered: by the archive itself, and as forms that come over HTTP.
 */
export async function measureSaves(
	root: string,
	dataDir: string,
	{ saves, rounds }: { saves: number; rounds: number }
): Promise<Figure[]> {
	const forms = await opened(root, dataDir);
	const target = { of: 'ours', at: 'least', value: 300 } as const;
	const note = `${FORMS} forms of places at once, synchronous=FULL`;
	const direct = await byArchive(root, dataDir, forms, { saves, rounds });
	const portal = await startPortal(root, dataDir, WITH_SAMPLES);
	try {
		const sender = new FormSender(portal.origin, await signIn(portal.origin), FORMS);
		const rates: number[] = [];
		const taken: number[] = [];
		await rateOf(forms, WARM, (form, n) => post(sender, form, phone(99, n)));
		for (let round = 0; round < rounds; round++) {
			const before = portal.busy() ?? NaN;
			rates.push(
				await rateOf(forms, saves, (form, n) => post(sender, form, phone(round, n)))
			);
			taken.push(((portal.busy() ?? NaN) - before) / saves);
		}
		sender.close();
		const cost = median(taken);
		return [
			{ part, name: 'saves of a place by the archive', ours: direct, unit: '/s', target, note },
			{ part, name: 'saves of a place over HTTP', ours: median(rates), unit: '/s', target, note },
			{
				part,
				name: 'processor time of the server for a save over HTTP',
				ours: Number.isFinite(cost) ? cost : null,
				unit: 'ms',
				note: `all its threads, after ${WARM} saves to warm up`
			}
		];
	} finally {
		await portal.stop();
	}
}

const phone = (round: number, n: number) => `0571-${round}${String(n).padStart(6, '0')}`;

const openDb = (root: string, dataDir: string) =>
	open(`file:${join(dataDir, 'liantu.db')}`, { migrations: join(root, 'drizzle') });

/** The places that are saved, as their forms show them. */
async function opened(root: string, dataDir: string): Promise<Open[]> {
	const db = await openDb(root, dataDir);
	try {
		const rows = await db
			.select()
			.from(items)
			.where(and(eq(items.noun, 'places'), eq(items.state, 'published')))
			.limit(FORMS);
		return await Promise.all(
			rows.map(async (row) => ({
				id: row.id,
				base: row.head,
				content: (await contentOf(db, row, row.head))!
			}))
		);
	} finally {
		close(db);
	}
}

/** Saves per second when every form is saved again as soon as its last save was answered. */
async function rateOf(
	forms: Open[],
	saves: number,
	one: (form: Open, n: number) => Promise<number>
): Promise<number> {
	let left = saves;
	const began = performance.now();
	await Promise.all(
		forms.map(async (form) => {
			while (left-- > 0) form.base = await one(form, left);
		})
	);
	return saves / ((performance.now() - began) / 1000);
}

async function byArchive(
	root: string,
	dataDir: string,
	forms: Open[],
	{ saves, rounds }: { saves: number; rounds: number }
): Promise<number> {
	const db = await openDb(root, dataDir);
	const who = {
		id: 'bench',
		name: '',
		email: '',
		grants: [{ role: 'editor' as const, scope: null }],
		session: '',
		strong: true,
		provedAt: 0
	};
	try {
		const rates: number[] = [];
		for (let round = 0; round < rounds; round++)
			rates.push(
				await rateOf(forms, saves, async ({ id, base, content }, n) => {
					const by = { who, address: '203.0.113.9', now: Date.now() };
					const changed = { ...content, phone: phone(round + 100, n) };
					const saved = await save(db, by, 'places', { id, base, content: changed });
					if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
					return saved.number;
				})
			);
		return median(rates);
	} finally {
		close(db);
	}
}

async function signIn(origin: string): Promise<string> {
	const body = new URLSearchParams({
		email: 'editor@demo.invalid',
		password: WITH_SAMPLES.DEMO_PASSWORD
	});
	const headers = { origin, accept: 'text/html' };
	const answer = await fetch(`${origin}/login`, {
		method: 'POST',
		redirect: 'manual',
		headers,
		body
	});
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
	if (answer.status !== 303) throw new Error(`signing in was answered ${answer.status}`);
	return cookies.join('; ');
}

/** Fields of forms that stay the same from save to save. */
const written = new WeakMap<Content, string>();

/** Saves a form with another telephone number; resolves with the number of its version. */
async function post(
	sender: FormSender,
	{ id, base, content }: Open,
	phone: string
): Promise<number> {
	const rest =
		written.get(content) ??
		fieldsText(
			writeForm(describe('places').fields, content).filter(([name]) => name !== 'phone')
		);
	written.set(content, rest);
	const own = fieldsText([
		['phone', phone],
		['base', String(base)]
	]);
	const { status, location } = await sender.post(`/studio/places/${id}?/save`, rest + own);
	const number = /number=(\d+)/.exec(location)?.[1];
	if (status !== 303 || !number) throw new Error(`a save was answered ${status}`);
	return Number(number);
}
