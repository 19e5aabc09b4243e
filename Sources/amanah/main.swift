import AmanahCLI
import Foundation

exit(await AmanahTool.run())
