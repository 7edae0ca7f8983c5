import { canonical } from '../../audit/canonical';
import { Stream } from '../assign/stream';

/** Everything an order of speaking follows from; published, so that anybody can draw it again. */
export interface OrderAsk {
	v: 1;
	seed: string;
	/** Groups in the order they go on stage, each with the numbers of its entries, sorted. */
	groups: { id: string; numbers: string[] }[];
}

/** What the numbers of a stream are for; another label for every group. */
export const labelOf = (group: string): string => `stage order 1/${group}`;

/** The ask for a field: groups as they are given, numbers sorted, so that nothing else can matter. */
export const orderAsk = (
	seed: string,
	field: readonly { number: string; group: string }[],
	groups: readonly string[]
): OrderAsk => {
	const known = [...new Set([...groups, ...field.map(({ group }) => group).sort()])];
	return {
		v: 1,
		seed,
		groups: known
			.map((id) => ({
				id,
				numbers: field
					.filter(({ group }) => group === id)
					.map(({ number }) => number)
					.sort()
			}))
			.filter(({ numbers }) => numbers.length > 0)
	};
};

export const askText = (ask: OrderAsk): string => canonical(ask);

/** The order of speaking (出场顺序): one group after the other, each shuffled by the seed alone. */
export const drawOrder = ({ seed, groups }: OrderAsk): { number: string; group: string }[] =>
	groups.flatMap(({ id, numbers }) =>
		new Stream(seed, labelOf(id)).shuffled(numbers).map((number) => ({ number, group: id }))
	);

/**
 * The line after somebody went to the end of their group; everybody else keeps their order. Null where
 * they stand there already.
 */
export function toEnd<T extends { id: string; group: string }>(
	line: readonly T[],
	id: string
): T[] | null {
	const at = line.findIndex((one) => one.id === id);
	const one = line[at];
	if (!one) return null;
	const last = line.findLastIndex(({ group }) => group === one.group);
	if (last <= at) return null;
	return [...line.slice(0, at), ...line.slice(at + 1, last + 1), one, ...line.slice(last + 1)];
}
