import { expect, test } from 'vitest';
import { sizeText } from './size';

test('sizes are said in the unit that fits', () => {
	const KB = 1024;
	expect(
		[0, KB, 1.4 * KB, KB * KB, 3.5 * KB * KB, 2 * KB ** 3, 2.25 * KB ** 3].map(sizeText)
	).toEqual(['1 KB', '1 KB', '1 KB', '1 MB', '3.5 MB', '2 GB', '2.3 GB']);
});

test('no size is said as 1,024 of a unit', () => {
	expect([1024 ** 2 - 1, 1024 ** 3 - 1].map(sizeText)).toEqual(['1 MB', '1 GB']);
});
