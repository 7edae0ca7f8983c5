import type { examples as zh } from '../zh/mail-examples';

export const examples: typeof zh = {
	site: 'Liantu',
	name: 'an editor',
	title: 'A culture site',
	step: 'first review',
	note: 'Please describe the pictures',
	number: '7-W-0012',
	contest: 'Seventh contest',
	reasons: 'The film is too long',
	round: 'First round',
	left: '12',
	due: '2026-12-01 23:59',
	place: 'A culture site',
	when: 'Wednesday 2 December 2026 09:00–10:00',
	heads: '25',
	code: '7K3M2Q',
	reason: 'Closed that day'
};
