import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AST, parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/**
 * A page is there before its script is. Who types in between must not lose it: when Svelte brings
 * `<input value={x}>` to life it writes x over what stands there, and so do `checked={x}`,
 * `<textarea value={x}>`, and on a `<select>` even `bind:value`. These keep it: `defaultValue`,
 * `defaultChecked`, `bind:` on anything but a select, and `selected` on the options of a select.
 */
const root = join(import.meta.dirname, '..', 'src');

/** Inputs that mean nothing before the script is there, or come with it, and why. */
const allowed: Record<string, string> = {
	'lib/films/Controls.svelte <select bind:value': 'drawn when the player is alive',
	'lib/studio/form/Combo.svelte <input value': 'drawn by the script alone; a plain one before it',
	'lib/studio/form/Conflict.svelte <input checked':
		'with the script a choice acts at once; one made before it did nothing and must not look done',
	'lib/studio/list/Table.svelte <input checked': 'ticks all rows by script; before it, none',
	'lib/studio/map/DrawingField.svelte <select bind:value': 'loaded when the map is opened',
	'lib/studio/rich/PicturePanel.svelte <input value': 'loaded with the editor',
	'lib/studio/rich/PicturePanel.svelte <input checked': 'loaded with the editor'
};

/** Inputs nobody types into; the value of a tick or a dot is what it says, not whether it is set. */
const untyped = ['hidden', 'submit', 'button', 'reset', 'image'];

type Node = { type: string; name?: string; attributes?: AST.RegularElement['attributes'] };
const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* elements(value: unknown): Generator<AST.RegularElement> {
	if (Array.isArray(value)) for (const one of value) yield* elements(one);
	else if (isNode(value)) {
		if (value.type === 'RegularElement') yield value as AST.RegularElement;
		for (const [key, part] of Object.entries(value)) if (key !== 'metadata') yield* elements(part);
	}
}

/** What overwrites typed text in one element: the attributes’ names. */
function overwriting({ name, attributes, fragment }: AST.RegularElement): string[] {
	if (!['input', 'textarea', 'select'].includes(name)) return [];
	const given = new Map<string, AST.Attribute>();
	for (const one of attributes) if (one.type === 'Attribute') given.set(one.name, one);
	const word = (attribute?: AST.Attribute) =>
		Array.isArray(attribute?.value) && attribute.value[0]?.type === 'Text'
			? attribute.value[0].data
			: undefined;
	const type = word(given.get('type')) ?? '';
	if (given.has('readonly') || untyped.includes(type)) return [];
	const ticked = ['checkbox', 'radio'].includes(type) || given.has('defaultChecked');
	const set = ['value', 'checked'].filter((one) => {
		const value = given.get(one)?.value;
		const expression = value !== undefined && value !== true && word(given.get(one)) === undefined;
		return expression && !(one === 'value' && ticked);
	});
	// The server draws a textarea with a default value empty: what was typed would be gone without a script.
	if (name === 'textarea' && given.has('defaultValue')) set.push('defaultValue');
	if (name === 'textarea' && fragment.nodes.some(({ type }) => type === 'ExpressionTag'))
		set.push('text');
	const bound = attributes.some((one) => one.type === 'BindDirective' && one.name === 'value');
	return name === 'select' && bound ? [...set, 'bind:value'] : set;
}

/** Every place in a component where typed text would be lost: `path <element attribute`. */
const losses = (path: string, source: string): string[] =>
	[...elements(parse(source, { modern: true }).fragment)].flatMap((element) =>
		overwriting(element).map((attribute) => `${path} <${element.name} ${attribute}`)
	);

describe('what is typed before a page comes alive', () => {
	const components = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.svelte'))
		.toSorted();
	const found = components.flatMap((path) => losses(path, readFileSync(join(root, path), 'utf8')));

	it('is lost by no input of any component', () => {
		expect(components.length).toBeGreaterThan(200);
		expect(found.filter((one) => !(one in allowed))).toEqual([]);
	});

	it('is excused nowhere in vain', () => {
		expect(Object.keys(allowed).filter((one) => !found.includes(one))).toEqual([]);
	});

	it.each([
		['<input value={x} />', ['a <input value']],
		['<input type="date" value={x} />', ['a <input value']],
		['<input type="checkbox" checked={x} />', ['a <input checked']],
		['<textarea value={x}></textarea>', ['a <textarea value']],
		['<textarea>{x}</textarea>', ['a <textarea text']],
		['<select value={x}><option>1</option></select>', ['a <select value']],
		['<select bind:value={x}><option>1</option></select>', ['a <select bind:value']],
		['{#each l as x}<b>{#if x}<input {value} />{/if}</b>{/each}', ['a <input value']]
	])('is lost by %s', (source, lost) => {
		expect(losses('a', source)).toEqual(lost);
	});

	it.each([
		'<input bind:value={x} />',
		'<input defaultValue={x} />',
		'<input type="hidden" value={x} />',
		'<input readonly value={x} />',
		'<input type="checkbox" value={x} bind:checked={y} />',
		'<input type="radio" value={x} defaultChecked={y} />',
		'<input {type} {value} defaultChecked={x} />',
		'<textarea bind:value={x}></textarea>',
		'<select><option value={x} selected={y}>1</option></select>'
	])('is kept by %s', (source) => {
		expect(losses('a', source)).toEqual([]);
	});
});
