import type { log as zh } from '../zh/log';

export const log = {
	phases: {
		sealed: 'Rule sealed',
		opened: 'Scoring opened',
		closed: 'Scoring closed',
		released: 'Results released',
		notice: 'Public notice begun',
		final: 'Results final',
		interim: 'Interim checkpoint'
	}
} satisfies typeof zh;
