import { at, rowsAt, wordAt } from '$lib/domain/contests/plan-draft';
import type { Draft } from '$lib/domain/contests/plan-draft';
import type { PlanField } from '$lib/domain/contests/plan-fields';
import { labelOf, listedUnder, wordOf } from './world';
import type { OfficeWords } from './world';

/** One thing a plan says, in words: where, and what. */
interface Leaf {
	/** The same for the same thing, wherever its row stands. */
	key: string;
	label: string;
	value: string;
}

/** Everything a page of a plan says, line by line. */
export function leavesOf(
	fields: readonly PlanField[],
	draft: Draft | undefined,
	words: OfficeWords,
	within = '',
	above: string[] = []
): Leaf[] {
	return fields.flatMap((field) => {
		const name = within ? `${within}.${field.name}` : field.name;
		const inner = at(draft, field.name);
		const called = listedUnder(words.field.option, wordOf(name)) ?? {};
		const leaf = (value: string, part = '', label = labelOf(words, wordOf(name))): Leaf => ({
			key: part ? `${name}.${part}` : name,
			label: [...above, label].join(' · '),
			value
		});
		const ticked = (of: (key: string) => string) =>
			words.list(
				Object.entries(typeof inner === 'object' && !Array.isArray(inner) ? inner : {})
					.filter(([, set]) => set !== '')
					.map(([key]) => of(key))
			);
		switch (field.kind) {
			case 'both':
				return (['zh', 'en'] as const).map((tongue) =>
					leaf(
						wordAt(inner, tongue),
						tongue,
						words.noted(labelOf(words, wordOf(name)), words.tongue[tongue])
					)
				);
			case 'yes':
				return [leaf(wordAt(draft, field.name) === 'on' ? '✓' : '')];
			case 'one':
				return [leaf(called[wordAt(draft, field.name)] ?? wordAt(draft, field.name))];
			case 'many':
			case 'asked':
				return [leaf(ticked((key) => called[key] ?? key))];
			case 'warns':
				return field.rules.map((rule) =>
					leaf(words.warns[wordAt(inner, rule) === 'warn' ? 'warn' : 'fail'], rule, called[rule])
				);
			case 'numbers':
				return field.words.map((word) => leaf(wordAt(inner, word), word, called[word]));
			case 'moment':
				return [leaf([wordAt(inner, 'day'), wordAt(inner, 'time')].filter(Boolean).join(' '))];
			case 'group':
				return leavesOf(field.fields, inner, words, name, above);
			case 'list':
				return rowsAt(draft, field.name).flatMap((row, n) => {
					const id = wordAt(row, field.key);
					const title = wordAt(row, 'title.zh') || wordAt(row, 'label.zh');
					const nth = words.field.nth[wordOf(name)]?.(n + 1) ?? String(n + 1);
					const key = `${name}.#${id}`;
					return leavesOf(field.fields, row, words, name, [...above, title || nth]).map((one) => ({
						...one,
						key: one.key.replace(name, key)
					}));
				});
			default:
				return [leaf(wordAt(draft, field.name))];
		}
	});
}

/** What differs between two of them: one line for each thing that was, is, or both. */
export function differences(before: readonly Leaf[], after: readonly Leaf[]) {
	const was = new Map(before.map((leaf) => [leaf.key, leaf]));
	const is = new Map(after.map((leaf) => [leaf.key, leaf]));
	return [...new Map([...was, ...is]).keys()].flatMap((key) => {
		const [old, now] = [was.get(key), is.get(key)];
		if ((old?.value ?? '') === (now?.value ?? '')) return [];
		return [{ key, label: (now ?? old)!.label, before: old?.value ?? '', after: now?.value ?? '' }];
	});
}
