import { ILLUSTRATED } from '../../domain/base';

/** The base the portal ships with: our own drawing, no boundaries, nothing to approve. */
export const bases = [ILLUSTRATED];

/**
 * Settings of a fresh portal. Sponsor, contact and registration numbers have no row: they are not
 * configured until the office enters them, and the footer leaves them out.
 */
export const settings = [
	{
		key: 'site.name',
		value: { zh: '廉图 · 余杭清廉文化地图', en: 'Liantu · Yuhang Integrity Culture Map' }
	}
];
