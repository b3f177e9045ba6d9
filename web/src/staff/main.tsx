import '../look/tokens.css';
import '../look/base.css';
import './look/staff.css';
import { openApp } from '../app/openApp';
import { STAFF } from './app/paths';
import { Staff } from './app/Staff';

openApp(<Staff />, STAFF);
