import { inArray } from 'drizzle-orm';
import type { EntryContent } from '$lib/domain/contests/entry';
import { masked, usualDue } from '$lib/domain/contests/eligibility';
import { questionsOf } from '$lib/domain/contests/entry-ask';
import { mayDo } from '$lib/domain/contests/entry-law';
import { eligibilityDeeds } from '$lib/domain/contests/eligibility';
import { judge } from '$lib/domain/films/judge';
import type { Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { films } from '../db/schema';
import { write } from '../db/write';
import { twinsOf } from '../films/twins/find';
import { leaveToWatch, watching } from '../films/watch';
import { occasionOf, standingOf } from './entries';
import { freshenLines, submittedContents, versionFiles } from './entry-lines';
import { isOwnEntry } from './eligibility';
import { entryForOffice } from './list';
import type { OfficeEntry } from './list';
import { agreedTo, opinionsOf, previousOf, recommendedBy, traceOf } from './entry-past';
import { messagesOf } from './messages';

/** What of a person stands behind a mask until an officer asks, which is recorded. */
interface Reachable {
	contact: EntryContent['contact'];
	guardians: { of: string; name: string; phone: string }[];
	/** Answers to personal questions, by id. */
	answers: EntryContent['answers'];
}

/** Everything the office looks at to decide about an entry; null when there is none for this person. */
export async function deskOf(db: Db, who: Who | null, id: string, now: number) {
	const opened = await entryForOffice(db, who, id);
	if (!opened || !who) return null;
	await freshenLines(db);
	const { entry, edition, contest, plan } = opened;
	const content = (await submittedContents(db, [id])).get(id) ?? entry.content;
	const files = await filmsOf(db, who, opened, now);
	const occasion = await occasionOf(db, { ...opened, late: null }, now);
	const standing = standingOf(entry);
	return {
		entry: {
			...{ id, row: entry.row, number: entry.number, title: entry.title, state: entry.state },
			...{ version: entry.version, channel: entry.channel, categoryId: entry.categoryId },
			...{ correctBy: entry.correctBy, submittedAt: entry.submittedAt },
			...{ recommended: entry.recommended, late: entry.accessCode !== null },
			synthetic: entry.synthetic
		},
		edition: { id: edition.id, titleZh: edition.titleZh, titleEn: edition.titleEn },
		contest: { titleZh: contest.titleZh, titleEn: contest.titleEn },
		plan: {
			category: plan.categories.find((one) => one.id === entry.categoryId) ?? null,
			questions: questionsOf(plan, entry.categoryId),
			crew: plan.crew,
			statements: plan.statements,
			twoPersons: plan.eligibility.twoPersons
		},
		content: hidden(opened, content),
		files,
		twins: await alike(db, who, id, now),
		previous: await previousOf(db, opened, content),
		agreed: await agreedTo(db, id),
		recommended: await recommendedBy(db, id),
		trace: await traceOf(db, id),
		opinions: await opinionsOf(db, entry),
		messages: await messagesOf(db, id),
		own: await isOwnEntry(db, who, entry),
		may: eligibilityDeeds.filter((deed) => mayDo(deed, standing, 'office', occasion).ok),
		notYet: notYet(mayDo('pass', standing, 'office', occasion)),
		due: usualDue(plan, now)
	};
}

/** Why an entry that waits cannot be passed now, where that is not its state. */
const notYet = (may: Ruled<true>): string | null =>
	may.ok || may.refusals[0]!.reason === 'not-waiting' ? null : may.refusals[0]!.reason;

/** What its people wrote, with what reaches a person behind a mask. */
function hidden({ plan, entry }: OfficeEntry, content: EntryContent): EntryContent {
	const secret = new Set(
		questionsOf(plan, entry.categoryId)
			.filter(({ personal }) => personal)
			.map(({ id }) => id)
	);
	return {
		...content,
		crew: content.crew.map((member) => ({
			...member,
			guardian: member.guardian && {
				...member.guardian,
				name: masked(member.guardian.name),
				phone: masked(member.guardian.phone)
			}
		})),
		contact: content.contact && {
			name: masked(content.contact.name),
			phone: masked(content.contact.phone),
			email: masked(content.contact.email),
			address: content.contact.address && masked(content.contact.address)
		},
		answers: Object.fromEntries(
			Object.entries(content.answers).map(([key, value]) => [
				key,
				secret.has(key) && value !== null ? masked(String(value)) : value
			])
		)
	};
}

/** Shows how the people of an entry are reached; who asked and when is on the record. */
export const showContact = (db: Db, by: By, id: string): Promise<Ruled<Reachable>> =>
	write(db, async (tx) => {
		const opened = await entryForOffice(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		const { entry, plan } = opened;
		const content = (await submittedContents(tx, [id])).get(id) ?? entry.content;
		await record(tx, by, {
			act: 'view',
			noun: 'entries',
			id,
			title: entry.title,
			after: { fields: 'contact guardian answers', number: entry.number }
		});
		const personal = questionsOf(plan, entry.categoryId).filter((question) => question.personal);
		return accept({
			contact: content.contact,
			guardians: content.crew.flatMap(({ name, guardian }) =>
				guardian ? [{ of: name, name: guardian.name, phone: guardian.phone }] : []
			),
			answers: Object.fromEntries(
				personal.map((question) => [question.id, content.answers[question.id] ?? null])
			)
		});
	});

/** The files of the version, each film with what its rules say and where it is watched. */
async function filmsOf(db: Reader, who: Who, { entry, plan }: OfficeEntry, now: number) {
	const files = await versionFiles(db, [entry.id]);
	const rows = files.length
		? await db
				.select()
				.from(films)
				.where(
					inArray(
						films.id,
						files.map(({ filmId }) => filmId)
					)
				)
		: [];
	const category = plan.categories.find(({ id }) => id === entry.categoryId);
	const captions = files.some(({ form }) => form === 'captions');
	return Promise.all(
		files.map(async ({ fileId, materialId, name, filmId, form, state, facts }) => {
			const film = rows.find(({ id }) => id === filmId)!;
			return {
				...{ fileId, materialId, name, filmId, form, state, facts },
				...{ bytes: film.bytes, sha256: film.sha256, type: film.type, reason: film.reason },
				verdicts:
					form === 'film' && facts && category?.film
						? judge(category.film, facts, { captions })
						: [],
				watch: await watchable(db, who, filmId, now)
			};
		})
	);
}

/** Addresses of a film for a player; null for whoever may not. */
async function watchable(db: Reader, who: Who, filmId: string, now: number) {
	const grant = await leaveToWatch(db, who, filmId, now);
	const found = grant && (await watching(db, grant));
	if (!found) return null;
	const { sources, poster, storyboard, waveform, captions, duration, original } = found;
	return { sources, poster, storyboard, waveform, captions, duration, original };
}

/** Films like those of the entry, each to be watched beside its own. */
async function alike(db: Reader, who: Who, id: string, now: number) {
	return Promise.all(
		(await twinsOf(db, id)).map(async (twin) => ({
			...twin,
			mine: await watchable(db, who, twin.filmId, now),
			theirs: twin.draft ? null : await watchable(db, who, twin.otherId, now)
		}))
	);
}
