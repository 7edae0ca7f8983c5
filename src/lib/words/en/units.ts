import type * as zh from '../zh/units';

export const units = {
	title: 'Integrity units',
	lead: 'Integrity units at province and city level come in eight kinds. Open one to see which are recorded.',
	declared: (n) => `${n} declared`,
	recorded: (n) => `${n} recorded`,
	elsewhere: (n) => `${n} more from elsewhere, for comparison; not counted for Yuhang.`,
	honest:
		'The total is published, the list is not. Only units whose name and source can be cited are recorded here, one at a time.',
	categories: 'Eight kinds of units',
	count: (n) => (n ? `${n} in the register` : 'None recorded yet'),
	about: {
		office: 'Party and government offices: procedures in the open.',
		'state-enterprise': 'State-owned enterprises: public accounts and purchasing kept well.',
		'private-enterprise': 'Private enterprises: business by the rules.',
		village: 'Villages and communities: accounts, works and allowances before everybody’s eyes.',
		school: 'Schools: by the rules from classroom to canteen.',
		hospital: 'Hospitals: clear treatment, medicines and purchasing.',
		transport: 'Transport: open works, open enforcement.',
		culture: 'Culture: integrity told in exhibitions and on stage.'
	}
} satisfies typeof zh.units;
