import type { Field } from '../field';

/**
 * The input a path in a content is typed into: `stops.2.note.zh` is `stops.2.zh`, and what a week as
 * a whole lacks is said at its field. `name` for paths that no single input holds.
 */
export function inputOf(
	fields: readonly Field[],
	path: string
): { field: Field | null; name: string } {
	const [name = '', first = '', ...rest] = path.split('.');
	const field = fields.find((one) => one.name === name) ?? null;
	if (!field) return { field, name: path };
	return { field, name: within(field, first, rest) };
}

function within({ kind, name, ...field }: Field, first: string, rest: string[]): string {
	const tongue = rest.find((part) => part === 'zh' || part === 'en');
	switch (kind) {
		case 'line':
		case 'text':
		case 'rich':
			if (!('bilingual' in field) || !field.bilingual) return name;
			return `${name}.${first === 'en' ? 'en' : 'zh'}`;
		case 'position':
			return ['precision', 'accuracy'].includes(first) ? `${name}.${first}` : `${name}.at`;
		case 'when':
			if (first === 'first') return `${name}.${rest[0] ?? 'from'}`;
			return [first, ...rest].filter(Boolean).reduce((path, part) => `${path}.${part}`, name);
		case 'rows':
			return [first, ...rest].filter(Boolean).reduce((path, part) => `${path}.${part}`, name);
		case 'stops':
			return first ? `${name}.${first}.${tongue ?? 'place'}` : name;
		case 'gallery':
			return first ? `${name}.${first}.${tongue ?? 'asset'}` : name;
		case 'base':
			if (first === 'corners') return rest[0] ? `${name}.corner.${rest[0]}` : name;
			return first ? `${name}.${first}` : name;
		default:
			return name;
	}
}
