import Foundation
import GRDB
import GRDBSQLite
import Crypto
