import { expect, it } from 'vitest';
import { sharedOut, wantedFor } from './manners';

const of = (list: string) =>
	sharedOut(`Name:\tnode\nCpus_allowed_list:\t${list}\nMems_allowed:\t1\n`);

it('work that takes long leaves a quarter of the processors to pages, and one at least', () => {
	expect(of('0-3')?.wide).toBe('1,2,3');
	expect(of('0-1')?.wide).toBe('1');
	expect(of('0-7')?.wide).toBe('2,3,4,5,6,7');
	expect(of('2,5-6')?.wide).toBe('5,6');
});

it('while pages are asked for it keeps to a quarter of them, and one at least', () => {
	expect(of('0-3')?.narrow).toBe('3');
	expect(of('0-1')?.narrow).toBe('1');
	expect(of('0-7')?.narrow).toBe('6,7');
	expect(of('2,5-6')?.narrow).toBe('6');
});

it('a single processor is shared, and where nothing is said nothing is left out', () => {
	expect(of('0')).toBeNull();
	expect(sharedOut('Name:\tnode\n')).toBeNull();
});

const leash = ['setpriv', '--pdeathsig', 'KILL'];
const disk = ['ionice', '-c', '3'];

it('who encodes gets the lowest priority on its processors, and never the class for idle time there', () => {
	expect(wantedFor(true, of('0-3'))).toEqual([
		leash,
		['taskset', '-c', '1,2,3'],
		['nice', '-n', '19'],
		disk
	]);
});

it('on a single processor it gets the time that is left over', () => {
	expect(wantedFor(true, null)).toEqual([leash, ['chrt', '--idle', '0'], disk]);
});

it('what people wait for is held back by nothing', () => {
	expect(wantedFor(false, of('0-3'))).toEqual([leash]);
});
