/** Where the newest version of a thing stands. `review` has steps 1 … n (三审三校). */
export const states = [
	'draft',
	'review',
	'scheduled',
	'published',
	'withdrawn',
	'expired'
] as const;
export type State = (typeof states)[number];

/** What can be done to a version in review; one verb on every floor. */
export const acts = [
	'submit',
	'recall',
	'approve',
	'return',
	'schedule',
	'publish',
	'withdraw',
	'expire',
	'trash',
	'restore'
] as const;
export type Act = (typeof acts)[number];
