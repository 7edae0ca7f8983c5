import { expect, it } from 'vitest';
import { sharedOut } from './worker';

const of = (list: string) =>
	sharedOut(`Name:\tnode\nCpus_allowed_list:\t${list}\nMems_allowed:\t1\n`);

it('work that takes long leaves a quarter of the processors to pages, and one at least', () => {
	expect(of('0-3')).toBe('1,2,3');
	expect(of('0-1')).toBe('1');
	expect(of('0-7')).toBe('2,3,4,5,6,7');
	expect(of('2,5-6')).toBe('5,6');
});

it('a single processor is shared, and where nothing is said nothing is left out', () => {
	expect(of('0')).toBeNull();
	expect(sharedOut('Name:\tnode\n')).toBeNull();
});
