import { isCommitment } from '../../audit/record';
import type { Entry } from '../../audit/record';
import { closedNouns, logNouns } from './phase';
import type { LogNoun } from './phase';

/** Fields in which people write words of their own: they may name somebody. */
const written = new Set(['why', 'reason', 'comment', 'note', 'text', 'name', 'email', 'phone']);
/** Kinds that only say how judging is arranged. */
const arranged: readonly string[] = [
	'rounds',
	'prizes',
	'phases',
	'notices',
	'stages'
] satisfies LogNoun[];
/** An id, a number, a slug, a hash, a word of ours. */
const plain = /^[\w.:+/=-]{0,128}$/;

/**
 * Whether the text of a record may be read by everybody once the results are. Personal values are
 * commitments already; this keeps back what somebody wrote out all the same, and whole kinds that
 * speak of ties and of people outside the jury. What is kept back still stands as its hash.
 */
export function mayOpen(entry: Entry): boolean {
	if (!Object.hasOwn(logNouns, entry.noun)) return false;
	const noun = entry.noun as LogNoun;
	if (closedNouns.includes(noun)) return false;
	const free = arranged.includes(noun);
	return (
		(free || harmless('title', entry.title, free)) &&
		(noun === 'rounds' || harmless('why', entry.why, free)) &&
		harmless('', entry.before, free) &&
		harmless('', entry.after, free)
	);
}

function harmless(key: string, value: unknown, free: boolean): boolean {
	if (value === undefined || value === null || value === '' || isCommitment(value)) return true;
	if (written.has(key)) return false;
	if (typeof value === 'string') return free || key === 'label' || plain.test(value);
	if (typeof value !== 'object') return true;
	return Object.entries(value).every(([name, part]) =>
		harmless(Array.isArray(value) ? key : name, part, free)
	);
}
