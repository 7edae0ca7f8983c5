import type { SeatRow } from '$lib/domain/events/admission';
import type { Bilingual } from '$lib/domain/text';

/** A part of the hall as the form shows it. */
export interface ZoneView {
	id: string;
	name: Bilingual;
	rows: SeatRow[];
	free: number;
	/** Seats somebody has. */
	taken: string[];
}
