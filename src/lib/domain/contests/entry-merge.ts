import type { Answer, CrewMember, EntryContent } from './entry';

/** What two people changed differently: what the other wrote, under the name of the field. */
export interface Clash {
	field: string;
	theirs: unknown;
}

type Parts = Map<string, unknown>;

/** Content as independent fields: answers one by one, members of the crew one by one. */
function apart(content: Partial<EntryContent>): Parts {
	const parts: Parts = new Map();
	for (const [key, value] of Object.entries(content))
		if (key === 'answers')
			for (const [id, said] of Object.entries(value as Record<string, Answer>))
				parts.set(`answers.${id}`, said);
		else if (key === 'crew')
			for (const member of value as CrewMember[]) parts.set(`crew.${member.id}`, member);
		else if (key === 'contact' && value)
			for (const [name, said] of Object.entries(value)) parts.set(`contact.${name}`, said);
		else parts.set(key, value);
	return parts;
}

const same = (a: unknown, b: unknown): boolean =>
	JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Merges what somebody saves into what stands, field by field: what only one of the two changed is
 * kept, what both changed differently is named and left as it stands.
 * @param began what the one who saves saw when beginning; only the fields of the form
 * @param stands what is kept now
 * @param mine what is to be saved; only the fields of the form
 */
export function mergeEntry(
	began: Partial<EntryContent>,
	stands: EntryContent,
	mine: Partial<EntryContent>
): { content: EntryContent; clashes: Clash[] } {
	const was = apart(began);
	const now = apart(stands);
	const wish = apart(mine);
	const fields = new Set([...was.keys(), ...wish.keys()]);
	// A list that is not in the form is not touched; one that is, may have lost members.
	const clashes: Clash[] = [];
	const put: Parts = new Map();
	for (const field of fields) {
		const [before, theirs, my] = [was.get(field), now.get(field), wish.get(field)];
		if (!(field.split('.')[0]! in mine)) continue;
		if (same(before, my) || same(theirs, my)) continue;
		if (same(before, theirs)) put.set(field, my);
		else clashes.push({ field, theirs: theirs ?? null });
	}
	return { content: together(stands, mine, put), clashes };
}

function together(stands: EntryContent, mine: Partial<EntryContent>, put: Parts): EntryContent {
	const content: EntryContent = {
		...stands,
		answers: { ...stands.answers },
		contact: stands.contact && { ...stands.contact }
	};
	let crew = [...stands.crew];
	for (const [field, value] of put) {
		const [head, ...rest] = field.split('.');
		const key = rest.join('.');
		if (head === 'answers') content.answers[key] = (value ?? null) as Answer;
		else if (head === 'contact')
			content.contact = {
				...(content.contact ?? { name: '', phone: '', email: '', address: null }),
				[key]: value ?? (key === 'address' ? null : '')
			};
		else if (head === 'crew') {
			const at = crew.findIndex(({ id }) => id === key);
			if (value === undefined) crew = crew.filter(({ id }) => id !== key);
			else if (at < 0) crew.push(value as CrewMember);
			else crew[at] = value as CrewMember;
		} else Object.assign(content, { [field]: value ?? null });
	}
	// In the order of the one who saved last; members they did not know come after.
	const order = mine.crew?.map(({ id }) => id);
	if (order) {
		const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
		crew.sort((a, b) => place(a.id) - place(b.id));
	}
	return { ...content, crew };
}
