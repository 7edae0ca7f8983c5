import type { Grant } from '$lib/domain/people/who';
import { declineVenue } from '$lib/server/venues/answer';
import { place, putAll } from '../make';
import { as, drafted, fair, on, person, questions, submitted } from '../venues';
import type { At, Example, Examples } from './example';

const ONE = '/(studio)/studio/venues/[id]';
const town = (id: string): Grant => ({ role: 'manager', scope: { kind: 'town', id } });
const sides = { host: town('jingshan'), asker: town('pingyao'), operator: 'operator' } as const;
let made = 0;

/** A request for a hall of one town by another; both have a manager besides whoever sends what comes next. */
async function asked({ db }: At) {
	const n = ++made;
	const year = new Date().getFullYear() + 1;
	await putAll(db, [place({ slug: `asked-hall-${n}`, town: 'jingshan' })]);
	await putAll(db, [place({ slug: `asked-own-${n}`, town: 'pingyao' })]);
	const host = await person(db, '讲堂管理', sides.host);
	const asker = as(await person(db, '瓶窑管理', sides.asker), Date.now());
	const days = on(`${year}-06-05T14:00`, `${year}-06-05T16:00`);
	const one = await drafted(
		db,
		asker,
		fair(`asked-hall-${n}`, { slug: `asked-fair-${n}`, ...days })
	);
	await submitted(db, asker, one);
	const row = (await questions(db)).find(({ eventId }) => eventId === one.id)!;
	return { row, host: as(host, Date.now()) };
}
type Made = Awaited<ReturnType<typeof asked>>;

const sends = (
	side: keyof typeof sides,
	form: (made: Made) => Record<string, string>,
	before?: (at: At, made: Made) => Promise<unknown>
): Example => ({
	as: sides[side],
	send: async (at) => {
		const found = await asked(at);
		await before?.(at, found);
		return { params: { id: found.row.id }, form: form(found) };
	},
	bad: { params: { id: '0'.repeat(20) }, form: { why: '布展', date: '1' } }
});

/** What is done to requests for places. */
export const lending: Examples = {
	[`${ONE} ?/grant`]: sends('host', ({ row }) => ({ date: String(row.spans[0]![0]), why: '' })),
	[`${ONE} ?/decline`]: sends('host', () => ({ why: '当天布展' })),
	[`${ONE} ?/override`]: sends('operator', () => ({ why: '统一安排' })),
	[`${ONE} ?/withdraw`]: sends('asker', () => ({})),
	[`${ONE} ?/tell`]: sends('asker', () => ({ heads: '40', note: '要音响' })),
	[`${ONE} ?/again`]: sends(
		'asker',
		() => ({ heads: '', note: '' }),
		({ db }, { row, host }) => declineVenue(db, host, row.id, '当天布展')
	)
};

/** Those who try what is not theirs, on either side. */
export const notTheirs: Examples = {
	[`${ONE} ?/grant`]: {
		...sends('asker', ({ row }) => ({ date: String(row.spans[0]![0]), why: '' })),
		what: 'by who asked'
	},
	[`${ONE} ?/withdraw`]: { ...sends('host', () => ({})), what: 'by the manager of the place' }
};
