import fc from 'fast-check';
import type { Role, Who } from '$lib/domain/people/who';
import type { Deed } from '$lib/domain/studio/review';
import { NOON } from './make';

export const MINUTE = 60_000;
export const roles: Record<string, Role> = {
	ed: 'editor',
	eve: 'editor',
	ann: 'approver',
	bob: 'approver',
	cat: 'approver',
	op: 'operator',
	citizen: 'citizen'
};
const names = Object.keys(roles);
/** A person of the model as the portal knows one. */
export const whoIs = (id: string): Who => ({
	id,
	name: id,
	email: `${id}@demo.invalid`,
	grants: [{ role: roles[id]!, scope: null }],
	session: 's',
	strong: true,
	provedAt: NOON
});

/** One thing anybody may try. */
export type Command =
	| { do: 'save'; who: string }
	| { do: 'restore-version'; who: string; back: number }
	| { do: 'deed'; deed: Deed; who: string; stale: boolean; later: boolean; ends: boolean }
	| { do: 'steps'; steps: number }
	| { do: 'clock'; minutes: number };

const who = fc.constantFrom(...names);
const any: fc.Arbitrary<Command> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), who }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('restore-version' as const),
			who,
			back: fc.integer({ min: 1, max: 3 })
		})
	},
	{
		weight: 14,
		arbitrary: fc.record({
			do: fc.constant('deed' as const),
			deed: fc.constantFrom<Deed>(
				'submit',
				'submit',
				'submit',
				'approve',
				'approve',
				'approve',
				'approve',
				'approve',
				'recall',
				'return',
				'schedule',
				'publish',
				'withdraw',
				'trash',
				'restore'
			),
			who,
			stale: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
			later: fc.boolean(),
			ends: fc.integer({ min: 0, max: 3 }).map((one) => one === 0)
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('steps' as const), steps: fc.constantFrom(1, 2, 3) })
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('clock' as const),
			minutes: fc.constantFrom(-120, 1, 11, 31)
		})
	}
);

const usual = (deed: Deed, who: string): Command => ({
	do: 'deed',
	deed,
	who,
	stale: false,
	later: false,
	ends: false
});
const way = [
	usual('submit', 'ed'),
	usual('approve', 'ann'),
	usual('approve', 'bob'),
	usual('approve', 'cat')
];

/** Runs of commands: some of the usual way, then anything; left to chance alone few would get far. */
export const commands: fc.Arbitrary<Command[]> = fc
	.tuple(
		fc.integer({ min: 0, max: way.length }),
		fc.array(any, { minLength: 1, maxLength: 4 }),
		fc.integer({ min: 0, max: way.length }),
		fc.array(any, { maxLength: 4 })
	)
	.map(([first, some, again, more]) => [
		...way.slice(0, first),
		...some,
		...way.slice(0, again),
		...more
	]);
