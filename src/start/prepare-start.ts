import 'reflect-metadata';
import '../assessments/need-request.dto.js';
import '../matching/match-request.dto.js';
import { writeCompiledBodies } from '../http/validation/write-compiled-bodies.js';

/** The last step of a build: what a start would otherwise work out each time is written beside the compiled code. */
writeCompiledBodies();
