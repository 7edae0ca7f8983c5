import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { emptyDb, NOON } from '$tests/make';
import { commands, MINUTE, whoIs } from '$tests/review-commands';
import type { Command } from '$tests/review-commands';
import { faults, Model } from '$tests/review-law';
import type { Tx } from '../db/open';
import { items, pages, reviews, settings } from '../db/schema';
import { write } from '../db/write';
import { reviewWithin } from './review';
import { saveWithin } from './save';
import { strikeOne } from './strike';

// The pure law runs ten thousand times beside it; REVIEW_RUNS=10000 does the same here.
const RUNS = Number(process.env.REVIEW_RUNS ?? 200);
const SLUG = 'a-page';

const content = (number: number): Content => ({
	slug: SLUG,
	title: { zh: `页面${number}` },
	body: {
		zh: {
			type: 'doc',
			content: [{ type: 'paragraph', content: [{ type: 'text', text: `第${number}版` }] }]
		}
	}
});

/** The archive, as the commands of the model reach it. */
class Archive {
	id: string | null = null;
	now = NOON;
	constructor(readonly tx: Tx) {}
	by = (name: string) => ({ who: whoIs(name), address: null, now: this.now });

	async row() {
		const [row] = await this.tx
			.select()
			.from(items)
			.where(and(eq(items.noun, 'pages'), eq(items.id, this.id ?? '')));
		return row;
	}

	async save(name: string, restores?: number): Promise<boolean> {
		const head = (await this.row())?.head ?? 0;
		const saved = await saveWithin(this.tx, this.by(name), 'pages', {
			id: this.id,
			base: head,
			content: content(restores ?? head + 1),
			...(restores === undefined ? {} : { restores })
		});
		if (saved.ok) this.id = saved.id;
		return saved.ok;
	}

	async deed(command: Extract<Command, { do: 'deed' }>): Promise<boolean> {
		const row = await this.row();
		if (!row) return false;
		const { deed, who, stale, later, ends } = command;
		const ofShown = deed === 'withdraw' || (deed === 'schedule' && row.state !== 'scheduled');
		const number = ofShown && row.live !== null ? row.liveNumber : row.head;
		const done = await reviewWithin(this.tx, this.by(who), deed, 'pages', row.id, {
			number: stale ? number + 1 : number,
			comment: '理由',
			publishAt: later ? this.now + 10 * MINUTE : null,
			expireAt: ends ? this.now + 30 * MINUTE : null
		});
		return done.ok;
	}

	async tick(now: number): Promise<void> {
		this.now = now;
		while (await strikeOne(this.tx, 'pages', this.id!, now));
	}

	async steps(value: number): Promise<void> {
		await this.tx
			.insert(settings)
			.values({ key: 'review.steps', value })
			.onConflictDoUpdate({ target: settings.key, set: { value } });
	}
}

class Undo extends Error {}

it('the archive does what the law says, whatever is tried in whatever order', async () => {
	const db = await emptyDb();
	let runs = 0;
	let shown = 0;
	const run = async (tx: Tx, given: Command[]) => {
		const model = new Model();
		const archive = new Archive(tx);
		model.steps = (runs++ % 3) + 1;
		await archive.steps(model.steps);
		for (const command of [{ do: 'save', who: 'ed' } as Command, ...given]) {
			const told = JSON.stringify(command);
			let [expected, done] = [true, true];
			if (command.do === 'steps') await archive.steps((model.steps = command.steps));
			else if (command.do === 'clock') {
				model.tick(command.minutes);
				await archive.tick(model.now);
			} else if (command.do === 'save') {
				expected = model.save(command.who, null);
				done = await archive.save(command.who);
			} else if (command.do === 'restore-version') {
				const back = Math.min(command.back, model.head);
				expected = model.save(command.who, back);
				done = await archive.save(command.who, back);
			} else {
				expected = model.deed(command);
				done = await archive.deed(command);
			}
			expect(done, told).toBe(expected);
			const row = (await archive.row())!;
			const [page] = await tx.select().from(pages).where(eq(pages.id, row.id));
			expect(
				{
					state: row.state,
					head: row.head,
					shown: row.live === null ? null : row.liveNumber,
					passed: row.state === 'review' ? row.step : 0,
					ends: row.expireAt,
					trashed: row.trashedAt !== null,
					title: page?.publishedAt == null ? null : page.titleZh
				},
				told
			).toEqual({
				state: model.state,
				head: model.head,
				shown: model.shown,
				passed: model.state === 'review' ? model.round.passed.length : 0,
				ends: model.shownEnd,
				trashed: model.trashed,
				title: model.shown === null ? null : `页面${model.sourceOf(model.shown)}`
			});
		}
		shown += model.proofs.length;
		expect(faults(model)).toEqual([]);
		expect(await untold(tx, archive.id!)).toEqual([]);
		throw new Undo();
	};
	await fc.assert(
		fc.asyncProperty(commands, (given) =>
			write(db, (tx) => run(tx, given)).catch((thrown: unknown) => {
				if (!(thrown instanceof Undo)) throw thrown;
			})
		),
		{ numRuns: RUNS }
	);
	expect(shown).toBeGreaterThan(RUNS / 4);
}, 3_600_000);

/** Publications whose stored trace does not hold as many approvals as the round asked for. */
async function untold(tx: Tx, id: string): Promise<number[]> {
	const acts = await tx
		.select()
		.from(reviews)
		.where(eq(reviews.itemId, id))
		.orderBy(asc(reviews.seq));
	let steps = 0;
	let passed = new Set<string | null>();
	return acts.flatMap(({ act, detail, personId, seq }) => {
		if (act === 'submit') [steps, passed] = [detail!.steps!, new Set()];
		if (act === 'approve') passed.add(personId);
		return act === 'publish' && passed.size !== steps ? [seq] : [];
	});
}
