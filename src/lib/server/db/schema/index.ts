export * from './audit';
export * from './places';
export * from './trails';
export * from './content';
export * from './people';
export * from './pages';
export * from './studio';
export * from './mail';
export { newId } from './parts';
