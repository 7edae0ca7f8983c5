import { expect, it } from 'vitest';
import { readCommand } from './command';

const places = {
	do: 'places',
	file: 'a.csv',
	datum: undefined,
	sheet: undefined,
	report: undefined,
	dryRun: false,
	anyway: false
};

it('reads what is asked', () => {
	expect(readCommand(['places', 'a.csv'], 'zh_CN.UTF-8')).toEqual({ locale: 'zh', ...places });
	expect(
		readCommand(
			[
				'places',
				'--datum',
				'GCJ-02',
				'a.csv',
				'--dry-run',
				'--sheet',
				'表',
				'--report',
				'r.csv',
				'--anyway'
			],
			undefined
		)
	).toEqual({
		locale: 'zh',
		...places,
		datum: 'gcj02',
		dryRun: true,
		anyway: true,
		sheet: '表',
		report: 'r.csv'
	});
	expect(readCommand(['bases', 'b.json'], 'en_GB.UTF-8')).toEqual({
		locale: 'en',
		do: 'bases',
		file: 'b.json',
		dryRun: false
	});
	expect(readCommand(['--help'], 'C')).toEqual({ locale: 'zh', do: 'help' });
	expect(readCommand(['places', 'a.csv', '--lang', 'en'], 'zh')).toMatchObject({ locale: 'en' });
});

it.each([
	[[]],
	[['places']],
	[['trails', 'a.csv']],
	[['places', 'a.csv', 'b.csv']],
	[['places', 'a.csv', '--datum', 'epsg3857']],
	[['places', 'a.csv', '--lang', 'fr']],
	[['places', 'a.csv', '--force']],
	[['bases', 'b.json', '--datum', 'gcj02']]
])('refuses %j', (argv) => expect(readCommand(argv, 'zh').do).toBe('refuse'));
