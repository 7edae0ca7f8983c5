import { error, fail } from '@sveltejs/kit';
import type { Sent } from '$lib/domain/contests/entry-form';
import { readMoment } from '$lib/domain/contests/plan-quantities';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { whyNoScores } from '$lib/server/judging/apart';
import { checkedLately } from '$lib/server/judging/check-scores';
import { roundById } from '$lib/server/judging/rounds';
import { admit, unadmit } from '$lib/server/judging/rounds-admit';
import {
	closeRound,
	extendRound,
	lacksToOpen,
	openRound,
	reopenRound,
	standingOf
} from '$lib/server/judging/rounds-steps';
import { fixRule, sealRound } from '$lib/server/judging/seal';
import { draughtOf } from '$lib/server/judging/seal-draught';
import { changesOf, fixedOf, sealedOf } from '$lib/server/judging/seal-log';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Differences shown; all of them block the release. */
const TOUCHED_MOST = 50;

export const load: PageServerLoad = async ({ locals: { db, who, now }, params }) => {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	const fixed = await fixedOf(db, round.id);
	const draught =
		round.state === 'draft'
			? await draughtOf(db, round, { chance: fixed?.chance ?? null, now })
			: null;
	const standing = await standingOf(db, round);
	const apart = (await whyNoScores(db, who, round)) !== null;
	const touched = round.state === 'draft' || apart ? [] : await checkedLately(db, round.id, now);
	const early = round.state === 'open' && round.closesAt !== null && now < round.closesAt;
	return {
		fixed,
		sealed: round.state === 'draft' ? null : await sealedOf(db, round.id),
		rule: round.rule,
		ruleHash: round.ruleHash,
		seed: round.seed,
		field: draught ? draught.field.length : standing.entries,
		byHand: (draught?.field ?? [])
			.filter((one) => one.byHand)
			.map(({ entryId, number, title }) => ({ entryId, number, title })),
		/** Whether what was fixed is still what would be sealed. */
		stale: !!draught && !!fixed && draught.hash !== fixed.hash,
		hash: draught?.hash ?? null,
		lacks: draught?.lacks ?? (round.state === 'sealed' ? await lacksToOpen(db, round, now) : []),
		// How many are missing says nothing about any score.
		standing,
		early,
		apart,
		touched: touched.slice(0, TOUCHED_MOST),
		touchedAll: touched.length,
		changes: await changesOf(db, round.id)
	};
};

/** What was typed of a form that was refused. */
const typed = (form: Sent, ...names: string[]) =>
	Object.fromEntries(names.map((name) => [name, form.get(name) ?? '']));

/** A step by its form: done, refused with what was typed, or of a round that is not here. */
const step =
	(
		did: string,
		names: readonly string[],
		act: (event: RequestEvent, form: Sent) => Promise<Ruled<unknown>>
	) =>
	async (event: RequestEvent) => {
		const form = await heard(event);
		const { params, locals } = event;
		if (!(await roundById(locals.db, params.edition, params.round))) error(404);
		const done = await act(event, form);
		if (done.ok) return { did, done: true };
		const refusals: Refusal[] = done.refusals;
		return fail(422, { did, refusals, typed: typed(form, ...names) });
	};

const momentOf = (form: Sent): number | null => {
	const said = readMoment(form.get('closesAt.day') ?? '', form.get('closesAt.time') ?? '', true);
	return typeof said === 'number' ? said : said === null ? null : NaN;
};

export const actions: Actions = {
	fix: step('fix', ['chance'], ({ locals: { db, by }, params }, form) =>
		fixRule(db, by, params.round, {
			version: Number(form.get('version')) || 0,
			chance: form.get('chance') ?? ''
		})
	),
	seal: step('seal', ['words'], async ({ locals: { db, by }, params }, form) =>
		form.get('sure') === 'on'
			? sealRound(db, by, params.round, {
					hash: form.get('hash') ?? '',
					words: form.get('words') ?? ''
				})
			: { ok: false, refusals: [{ field: 'sure', reason: 'not-sure' }] }
	),
	open: step('open', [], ({ locals: { db, by }, params }) => openRound(db, by, params.round)),
	extend: step(
		'extend',
		['closesAt.day', 'closesAt.time', 'why'],
		({ locals: { db, by }, params }, form) =>
			extendRound(db, by, params.round, { closesAt: momentOf(form), why: form.get('why') ?? '' })
	),
	close: step('close', ['why'], ({ locals: { db, by }, params }, form) =>
		closeRound(db, by, params.round, {
			sure: form.get('sure') === 'on',
			why: form.get('why') ?? ''
		})
	),
	reopen: step(
		'reopen',
		['closesAt.day', 'closesAt.time', 'why'],
		({ locals: { db, by }, params }, form) =>
			reopenRound(db, by, params.round, { closesAt: momentOf(form), why: form.get('why') ?? '' })
	),
	admit: step('admit', ['number', 'why'], ({ locals: { db, by }, params }, form) =>
		admit(db, by, params.round, { number: form.get('number') ?? '', why: form.get('why') ?? '' })
	),
	unadmit: step('unadmit', [], ({ locals: { db, by }, params }, form) =>
		unadmit(db, by, params.round, form.get('entry') ?? '')
	)
};
