import { inArray } from 'drizzle-orm';
import { markOf } from '$lib/domain/check/finding';
import { goneAt } from '$lib/domain/media/asset';
import type { By } from '$lib/domain/people/who';
import { describe } from '$lib/domain/studio/noun';
import type { Content } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import type { Name, Panel, Told } from '$lib/domain/studio/panel';
import { deeds, hindrance, numberOf, stepsOf } from '$lib/domain/studio/review';
import type { Deed } from '$lib/domain/studio/review';
import type { ReviewAct } from '$lib/domain/studio/trace';
import type { Reader } from '../db/open';
import { people } from '../db/schema';
import { asPerson } from '../venues/rights';
import { leaveOf, venuePanel } from '../venues/stand';
import { checked } from './check';
import { contentOf, find } from './items';
import type { Item } from './items';
import { publicSlug } from './public-slug';
import { thingOf } from './thing';

/** All that the review of a thing shows to this person; null for one they may not see. */
export async function panelOf(
	reader: Reader,
	by: Pick<By, 'who' | 'now'>,
	noun: Noun,
	id: string
): Promise<Panel | null> {
	const item = await find(reader, by.who, noun, id);
	if (!item) return null;
	const { thing, acts, written } = await thingOf(reader, item);
	const names = await namesOf(reader, [
		...acts.map(({ personId }) => personId),
		...written.map(({ personId }) => personId)
	]);
	const steps = stepsOf(thing);
	const inRound = item.state === 'review' || item.state === 'scheduled';
	const round = inRound ? sinceSubmission(acts) : [];
	const toTell = ({ personId, at, comment }: ReviewAct) => ({ by: names(personId), at, comment });
	const content =
		inRound || hindrance(thing, 'submit', by.who) === null
			? await contentOf(reader, item, item.head)
			: null;
	const slug = item.live === null ? null : await publicSlug(reader, noun, id);
	const result = content ? await checked(reader, noun, id, content) : null;
	const each = <T>(of: (deed: Deed) => T) =>
		Object.fromEntries(deeds.map((deed) => [deed, of(deed)])) as Record<Deed, T>;
	return {
		noun,
		id,
		title: { zh: item.titleZh, en: item.titleEn },
		address: slug === null ? null : (describe(noun).address?.(slug) ?? null),
		state: item.state,
		step: item.state === 'review' || item.state === 'scheduled' ? item.step : 0,
		steps,
		passed: round.filter(({ act }) => act === 'approve').map(toTell),
		submitted: round[0] ? toTell(round[0]) : null,
		head: item.head,
		liveNumber: item.liveNumber,
		live: item.live,
		publishAt: inRound ? (thing.round?.publishAt ?? null) : null,
		expireAt: inRound ? (thing.round?.expireAt ?? null) : item.expireAt,
		goneAt: item.trashedAt === null ? null : goneAt(item.trashedAt),
		hindered: each((deed) => hindrance(thing, deed, by.who)),
		numbers: each((deed) => numberOf(thing, deed)),
		checked: result && { ...result, mark: markOf(result.found) },
		venue: content && (await venueSeen(reader, by, item, content, thing.round?.submitter ?? null)),
		trace: traceOf(acts, written, names),
		now: by.now
	};
}

/** How the place of an event stands for whoever submitted it, or would. */
async function venueSeen(
	reader: Reader,
	{ who, now }: Pick<By, 'who' | 'now'>,
	{ noun, id, state }: Item,
	content: Content,
	submitter: string | null
) {
	if (noun !== 'events') return null;
	const inRound = state === 'review' || state === 'scheduled';
	const maker = inRound ? await asPerson(reader, submitter) : who;
	return venuePanel(await leaveOf(reader, { id, content, maker, now }));
}

/** The acts of the present round: from its submission on. */
function sinceSubmission(acts: readonly ReviewAct[]): ReviewAct[] {
	const from = acts.map(({ act }) => act).lastIndexOf('submit');
	return from < 0 ? [] : acts.slice(from);
}

/** Acts and saved versions in one line, newest first. */
function traceOf(
	acts: readonly ReviewAct[],
	written: readonly { number: number; personId: string | null; at: number }[],
	names: (id: string | null) => Name
): Told[] {
	let steps = 0;
	const reviewed = acts.map(({ personId, detail, seq: _, ...act }): Told => {
		if (act.act === 'submit') steps = detail?.steps ?? 1;
		return { ...act, steps, detail, by: names(personId) };
	});
	const saved = written
		.filter(({ number }) => number > 0)
		.map(({ number, personId, at }): Told => ({
			act: 'save',
			number,
			step: 0,
			steps: 0,
			by: names(personId),
			comment: null,
			detail: null,
			at
		}));
	// A version is saved before anything is done with it, whatever the clock said.
	const told: Told[] = [];
	for (const act of reviewed) {
		while (saved[0] && saved[0].number <= act.number) told.push(saved.shift()!);
		told.push(act);
	}
	return [...told, ...saved].reverse();
}

/** Names of these people: empty for one who is no more, null for the portal itself. */
export async function namesOf(
	reader: Reader,
	ids: readonly (string | null)[]
): Promise<(id: string | null) => Name> {
	const known = new Map<string, string>();
	const all = [...new Set(ids.filter((id): id is string => id !== null))];
	for (let at = 0; at < all.length; at += 500)
		for (const { id, name } of await reader
			.select({ id: people.id, name: people.name })
			.from(people)
			.where(inArray(people.id, all.slice(at, at + 500))))
			known.set(id, name);
	return (id) => (id === null ? null : (known.get(id) ?? ''));
}
