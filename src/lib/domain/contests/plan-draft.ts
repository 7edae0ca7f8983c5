/** A form as it stands, filled in or half so: words by dotted names, lists by numbers. */
export type Draft = string | Draft[] | { [name: string]: Draft };
export type DraftOf = { [name: string]: Draft };

/** Deepest name and longest list a form may send; more is nobody’s form. */
const DEEPEST = 8;
const MOST = 200;
const part = /^(?:[a-zA-Z][a-zA-Z0-9-]{0,40}|\d{1,3})$/;

/**
 * The inputs of a form as one tree: `categories.0.title.zh` is the Chinese title of the first. Names
 * no form of ours has are left out. Rows keep their order; gaps between their numbers close.
 */
export function draftOf(pairs: Iterable<readonly [string, string]>): DraftOf {
	const root: Node = new Map();
	for (const [name, value] of pairs) {
		const parts = name.split('.');
		if (parts.length > DEEPEST || !parts.every((one) => part.test(one))) continue;
		let node = root;
		for (const one of parts.slice(0, -1)) {
			const next = node.get(one);
			if (next instanceof Map) node = next;
			else node.set(one, (node = new Map()));
		}
		if (node.size < MOST) node.set(parts.at(-1)!, value.replaceAll('\r\n', '\n'));
	}
	return shaped(root) as DraftOf;
}

type Node = Map<string, Node | string>;

function shaped(node: Node | string): Draft {
	if (typeof node === 'string') return node;
	const keys = [...node.keys()];
	if (keys.length && keys.every((key) => /^\d+$/.test(key)))
		return keys.toSorted((a, b) => Number(a) - Number(b)).map((key) => shaped(node.get(key)!));
	return Object.fromEntries(keys.map((key) => [key, shaped(node.get(key)!)]));
}

/** Below a draft, by a dotted name; undefined for nothing. */
export function at(draft: Draft | undefined, name: string): Draft | undefined {
	let node = draft;
	for (const one of name.split('.')) {
		if (typeof node !== 'object') return undefined;
		node = Array.isArray(node)
			? node[Number(one)]
			: Object.hasOwn(node, one)
				? node[one]
				: undefined;
	}
	return node;
}

export const wordAt = (draft: Draft | undefined, name: string): string => {
	const found = at(draft, name);
	return typeof found === 'string' ? found : '';
};
export const rowsAt = (draft: Draft | undefined, name: string): Draft[] => {
	const found = at(draft, name);
	return Array.isArray(found) ? found : [];
};

/** What is done to a list of a form: a row added at its end, taken out, or moved by one. */
export interface RowDeed {
	do: 'add' | 'remove' | 'up' | 'down';
	/** Name of the list for `add`, of the row for the others. */
	name: string;
}

/** A deed as the value of a button, `up:categories.2`; null for anything else. */
export function readDeed(text: string | undefined): RowDeed | null {
	const found = /^(add|remove|up|down):([a-zA-Z0-9.-]{1,120})$/.exec(text ?? '');
	return found && { do: found[1] as RowDeed['do'], name: found[2]! };
}

/** A form after a deed; as it was where there is no such row or nowhere to move it. */
export function after(draft: DraftOf, deed: RowDeed, blank: DraftOf): DraftOf {
	const list = deed.do === 'add' ? deed.name : deed.name.replace(/\.\d+$/, '');
	const rows = [...rowsAt(draft, list)];
	if (deed.do === 'add') rows.push(blank);
	else {
		const from = Number(deed.name.slice(list.length + 1));
		if (list === deed.name || !(from in rows)) return draft;
		const to = deed.do === 'up' ? from - 1 : from + 1;
		if (deed.do !== 'remove' && !(to in rows)) return draft;
		const [row] = rows.splice(from, 1);
		if (deed.do !== 'remove') rows.splice(to, 0, row!);
	}
	return withAt(draft, list.split('.'), rows) as DraftOf;
}

function withAt(draft: Draft | undefined, [first, ...rest]: string[], value: Draft): Draft {
	if (first === undefined) return value;
	if (Array.isArray(draft))
		return draft.map((row, n) => (n === Number(first) ? withAt(row, rest, value) : row));
	const node = typeof draft === 'object' ? draft : {};
	return { ...node, [first]: withAt(node[first], rest, value) };
}
