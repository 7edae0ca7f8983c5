import type { studioImport as zh } from '../zh/studio-import';

type Detail = Record<string, string | number>;

export const studioImport: typeof zh = {
	title: 'Import places',
	lead: 'Make or change many places from a table. What is imported becomes drafts that go through review like any other.',
	steps: ['Choose a file', 'Check', 'Import'],
	file: 'File',
	accepts: 'CSV, Excel (.xlsx), GeoJSON or KML, 20 MB at most, 2,000 places at a time.',
	upload: 'Upload and check',
	private: 'Only you can open the file; it is deleted after a day.',
	columns: 'What each column is',
	column: 'Column in the file',
	means: 'Meaning',
	ignore: 'Leave out',
	datum: 'Coordinate system',
	asFile: 'As the file says; WGS-84 where it says nothing',
	datums: { wgs84: 'WGS-84 / CGCS2000', gcj02: 'GCJ-02 (Amap, Tencent)', bd09: 'BD-09 (Baidu)' },
	anyway: 'I have checked coordinate system and positions; import as it is',
	check: 'Check again',
	result: 'Result of the check',
	counts: (added: number, changed: number, same: number) =>
		`${added} new, ${changed} changed, ${same} unchanged.`,
	map: 'Positions to be written',
	mapOf: (count: number) =>
		count === 1 ? '1 place with a position' : `${count} places with a position`,
	isNew: 'new',
	isChanged: 'changed',
	outside: (count: number) => `${count} more lie outside of the drawing.`,
	problems: (count: number) =>
		count === 1
			? '1 problem to solve before the import'
			: `${count} problems to solve before the import`,
	download: 'Download the list of problems (CSV)',
	shownFirst: (count: number) => `The first ${count} are shown.`,
	line: 'Line',
	nth: (line: number) => `Line ${line}`,
	value: 'Value',
	reason: 'Reason',
	go: (count: number) => `Import ${count} as drafts`,
	nothing: 'There is nothing to write.',
	again: 'Another file',
	done: (count: number) =>
		`${count === 1 ? '1 draft' : `${count} drafts`} imported. The public sees no change.`,
	toList: 'See these drafts',
	halted: (place: string) => `“${place}” cannot be written now, so nothing was imported:`,
	fault: {
		'no-file': 'Choose a file first.',
		'no-form': 'The file did not arrive whole; try again.',
		'too-big': 'The file is larger than 20 MB. Split it.',
		'empty-file': 'The file is empty.',
		busy: 'Too many uploads at the moment; try again in a while.',
		full: 'The disk of the server is nearly full; tell the operator.',
		gone: 'The file is no longer here (it is deleted after a day). Upload it again.'
	},
	refusal: {
		'in-review': 'it is in review',
		'in-trash': 'it is in the trash',
		'not-yours': 'your account may not do this',
		'changed-meanwhile': 'somebody has just changed it',
		taken: 'its address is used by another place',
		'no-such': 'something it refers to does not exist'
	},
	instead: {
		'outside-china': () => 'Outside of China; if that is right, tick “import as it is”',
		'datum-alarm': (d: Detail) =>
			`The whole file looks like ${String(d.looksLike).toUpperCase()}: ${d.matches} known places are off by about ${d.metres} m, all in the same way. Choose that coordinate system, or tick “import as it is” if you are sure.`,
		'datum-conflict': () => 'The coordinate system in the header is not the one you chose.',
		'several-sheets': (d: Detail) =>
			`Several sheets look like tables of places: ${d.sheets}. Leave only one.`,
		'no-header': () => 'The header was not recognised. Say below what each column is.',
		'too-many-rows': (d: Detail) => `${d.limit} at a time at most. Split the file.`
	},
	field: {
		slug: 'Address (slug)',
		name: 'Name',
		nameEn: 'English name',
		kind: 'Kind',
		category: 'Category of unit',
		town: 'Town',
		address: 'Address',
		addressEn: 'English address',
		lon: 'Longitude',
		lat: 'Latitude',
		position: 'Coordinates in one column',
		datum: 'Coordinate system',
		precision: 'Precision',
		accuracy: 'Accuracy (m)',
		verified: 'Position checked',
		level: 'Level',
		tags: 'Tags',
		access: 'Access',
		phone: 'Office telephone',
		summary: 'Summary',
		summaryEn: 'English summary',
		story: 'Story',
		storyEn: 'English story',
		transport: 'Getting there',
		transportEn: 'Getting there, English',
		hours: 'Opening hours',
		folder: 'Folder'
	}
};
