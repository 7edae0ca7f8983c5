export * from './frame';
export type * from './state';
