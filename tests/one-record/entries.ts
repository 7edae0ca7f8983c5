import sharp from 'sharp';
import { stepFields } from '$lib/domain/contests/entry';
import {
	accessCodes,
	agreements,
	entryEditors,
	entryFiles,
	entryInvitations,
	entryMessages,
	films
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { plainCode } from '$lib/server/contests/entry-code';
import { hashed, newToken } from '$lib/server/people/tokens';
import { aPlan, anEdition, anEntry, content } from '../contests';
import type { At, Examples, Sent } from './example';

const DAY = 86_400_000;
type Row = Awaited<ReturnType<typeof anEntry>>;
type Over = Parameters<typeof anEntry>[2];

/** An edition that is open now, and what its people may be sent. */
async function edition({ db }: At) {
	const now = Date.now();
	const plan = aPlan({}, now);
	plan.categories[0]!.materials[0]!.required = false;
	return anEdition(db, { plan, now });
}

/** An entry of whoever sends, complete but for its submission. */
async function entry(at: At, over: Over = {}): Promise<Row> {
	const one = await edition(at);
	const row = await anEntry(at.db, one, { owner: at.me.id, now: Date.now(), ...over });
	await write(at.db, (tx) =>
		tx.insert(agreements).values(
			Object.values(one.statements).map((statementId) => ({
				entryId: row.id,
				statementId,
				personId: at.me.id,
				at: Date.now()
			}))
		)
	);
	return row;
}

const step = '/(account)/account/entries/[id]/[step]';
const root = '/(account)/account/entries/[id]';

/** A request to a part of the form of a new entry. */
const part =
	(name: keyof typeof stepFields, form: Sent['form'], over: Over = {}) =>
	async (at: At): Promise<Sent> => ({
		params: { id: (await entry(at, over)).id, step: name },
		...(form ? { form } : {})
	});

const to =
	(form: Sent['form'] = {}, over: Over = {}) =>
	async (at: At): Promise<Sent> => ({ params: { id: (await entry(at, over)).id }, form });

const as = 'contestant' as const;
const bad: Sent = { params: { id: '0'.repeat(20), step: 'work' } };

async function withFile(at: At): Promise<Sent> {
	const { id } = await entry(at);
	const file = await write(at.db, async (tx) => {
		const key = `films/${id}/original`;
		const [film] = await tx
			.insert(films)
			.values({ form: 'picture', sha256: 'a'.repeat(64), bytes: 1, type: 'image/png', key })
			.returning();
		const [row] = await tx
			.insert(entryFiles)
			.values({
				entryId: id,
				materialId: 'poster',
				filmId: film!.id,
				originalName: 'p.png',
				addedAt: Date.now()
			})
			.returning();
		return row!.id;
	});
	return { params: { id, step: 'materials' }, form: { file } };
}

async function withPicture(at: At): Promise<Sent> {
	const png = await sharp({
		create: { width: 40, height: 40, channels: 3, background: '#2f6557' }
	})
		.png()
		.toBuffer();
	return {
		params: { id: (await entry(at)).id, step: 'materials' },
		form: { slot: 'poster', file: new File([new Uint8Array(png)], '海报.png') }
	};
}

async function withCode(at: At): Promise<Sent> {
	const { id, editionId } = await entry(at);
	const code = newToken();
	await write(at.db, (tx) =>
		tx.insert(accessCodes).values({
			id: hashed(plainCode(code)),
			editionId,
			hint: code.slice(0, 4),
			reason: '停电',
			createdBy: 'o',
			createdAt: Date.now(),
			expiresAt: Date.now() + DAY
		})
	);
	return { params: { id, step: 'check' }, form: { code } };
}

async function invited(at: At) {
	const owner = await at.person('contestant');
	const { id } = await entry({ ...at, me: owner });
	const token = newToken();
	await write(at.db, (tx) =>
		tx.insert(entryInvitations).values({
			id: hashed(token),
			entryId: id,
			invitedBy: owner.id,
			createdAt: Date.now() - 1000,
			expiresAt: Date.now() + DAY
		})
	);
	return { id, token, owner };
}

/** A unit's entry that waits for the district. */
async function waiting(at: At): Promise<Sent> {
	const owner = await at.person('contestant');
	const { id } = await entry(
		{ ...at, me: owner },
		{
			state: 'submitted',
			channel: 'unit',
			content: content({ town: 'pingyao', unit: '某村' })
		}
	);
	return { form: { entry: id, version: '1', note: '请补上公章' } };
}

/** What contestants send about their entries, and units’ bodies about theirs. */
export const entryExamples: Examples = {
	'/(public)/contests/[contest]/[edition]/enter ?/default': {
		as,
		send: async (at) => {
			const { contestSlug, slug } = await edition(at);
			return {
				params: { contest: contestSlug, edition: slug },
				form: { category: 'film', channel: 'person' }
			};
		},
		bad: { params: { contest: 'nowhere', edition: '7' } }
	},
	[`${step} ?/save`]: { as, bad, send: part('work', { title: '新的名称', auto: 'yes' }) },
	[`${step} ?/keep`]: { as, bad, send: part('work', { title: '新的名称' }) },
	[`${step} ?/next`]: { as, bad, send: part('work', { title: '新的名称' }) },
	[`${step} ?/add`]: {
		as,
		bad,
		send: part('crew', { crew: '0', 'crew.0.name': '周', 'crew.0.role': 'director' })
	},
	[`${step} ?/remove`]: { as, bad, send: withFile },
	[`${step} ?/upload`]: { as, bad, send: withPicture },
	[`${step} ?/code`]: { as, bad, send: withCode },
	[`${step} ?/submit`]: { as, bad, send: part('check', { sure: 'yes' }) },
	[`${root} ?/withdraw`]: { as, bad, send: to({ sure: 'yes' }, { state: 'submitted' }) },
	[`${root} ?/copy`]: { as, bad, send: to({}, { state: 'submitted' }) },
	[`${root} ?/discard`]: { as, bad, send: to({ sure: 'yes' }) },
	[`${root}/messages ?/send`]: { as, bad, send: to({ text: '怎样换片子？' }) },
	[`${root}/messages ?/read`]: {
		as,
		bad,
		none: 'that somebody read what was written to them is nobody’s business',
		send: async (at) => {
			const { id } = await entry(at);
			await write(at.db, (tx) =>
				tx
					.insert(entryMessages)
					.values({ entryId: id, fromOffice: true, text: '请更正', at: Date.now() })
			);
			return { params: { id } };
		}
	},
	[`${root}/team ?/invite`]: { as, bad, send: to({ email: '' }) },
	[`${root}/team ?/cancel`]: {
		as,
		bad,
		send: async (at) => {
			const { id } = await entry(at);
			const invitation = hashed(newToken());
			await write(at.db, (tx) =>
				tx.insert(entryInvitations).values({
					id: invitation,
					entryId: id,
					invitedBy: at.me.id,
					createdAt: Date.now(),
					expiresAt: Date.now() + DAY
				})
			);
			return { params: { id }, form: { invitation } };
		}
	},
	[`${root}/team ?/remove`]: {
		as,
		bad,
		send: async (at) => {
			const { id } = await entry(at);
			const other = await at.person('contestant');
			await write(at.db, (tx) =>
				tx.insert(entryEditors).values({ entryId: id, personId: other.id, at: Date.now() })
			);
			return { params: { id }, form: { person: other.id } };
		}
	},
	'/(account)/account/entries/join ?/default': {
		as,
		send: async (at) => ({ search: { token: (await invited(at)).token } })
	},
	'/(account)/account/mine ?/default': {
		as,
		send: async (at) => {
			await entry(at);
			return { form: { sure: 'yes' } };
		}
	},
	'/(studio)/studio/recommendations ?/recommend': { as: 'organizer', send: waiting },
	'/(studio)/studio/recommendations ?/decline': { as: 'organizer', send: waiting }
};
